import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findCell } from "../../electron/interchange/grid.ts";
import { readGrid } from "../../electron/interchange/gridRead.ts";
import { cellText } from "../../electron/interchange/cellText.ts";
import { type Issue, recordIssues } from "../../electron/services/issuing.ts";
import { readPapers } from "../../electron/services/readPapers.ts";
import { openSample } from "../support/application.ts";
import { openSecured, type Person, pin, readBoth, seal, seat, type Secured } from "../support/secured.ts";
import { typeRound } from "../support/typing.ts";
import { printAndSee } from "../support/printed.ts";

let secured: Secured;
beforeEach(async () => {
  secured = await openSecured({ keying: "single" });
  await typeRound(
    secured,
    secured.andi,
    (code, panelist) => `${60 + (Number(code.slice(3)) % 9) + panelist}`,
  );
});
afterEach(() => secured.close());

/** What the heading of the ranking workbook says of its state. */
async function workbookState({ api }: Person): Promise<string> {
  const file = await api.spreadsheets.ranking({ roundId: secured.panel.id });
  const grid = readGrid(new Uint8Array(await file.arrayBuffer()));
  if ("fault" in grid) throw new Error(grid.fault);
  const sheet = grid.sheets.find(({ name }) => name === "Peringkat")!;
  return [1, 2, 3, 4].map((row) => cellText(findCell(sheet, row, 1))).join(" | ");
}

async function isDraft(key: string): Promise<boolean> {
  const { siti, context, editionId } = secured;
  const { papers } = await readPapers({ ...context, session: siti.session }, editionId, [key]);
  return papers[0]!.paper.rancangan;
}

async function stateOf(key: string) {
  const papers = await secured.siti.api.documents.list({ editionId: secured.editionId });
  return papers.find((paper) => paper.key === key)!.state;
}

/** A correction of the whole sheet of a region by the first panelist, asked for and signed. */
async function correct(value: string) {
  const { vina, siti, panel, entry } = secured;
  const asked = await vina.api.seals.requestCorrection({
    roundId: panel.id,
    reason: "Angka di lembar kertas terbaca keliru",
    changes: panel.indicators.map(({ id }) => ({
      entryId: entry("35.20"),
      panelistId: panel.panel[0]!,
      indicatorId: id,
      value,
    })),
  });
  return siti.api.seals.signCorrection({ correctionId: asked.id, hash: asked.hash, pin });
}

test("securing an edition revokes what went out of the open one, after it said how many", async () => {
  const sample = await openSample();
  try {
    const { api, editionId } = sample;
    const papers = await api.documents.list({ editionId });
    const charter = papers.find(({ kind }) => kind === "charter")!;
    await printAndSee(api, editionId, [charter.key]);
    await api.documents.make({ editionId, keys: ["programme"], bundle: "onePdf" });
    expect((await api.security.get({ editionId })).papersOut).toBe(1);
    const siti = seat(sample.context, "jendela 1", null);
    await siti.api.security.secure({ editionId, secretary: "Siti", pin });
    const rows = await siti.api.register.list({ editionId });
    const of = (kind: string) => rows.find(({ key }) => key.startsWith(kind))!;
    expect(of("charter")).toMatchObject({
      state: "revoked",
      revokedWhy: expect.stringMatching(/^Edisi diamankan/),
    });
    expect(of("programme")).toMatchObject({ state: "inForce" });
    const scanned = await siti.api.register.scan({ editionId, code: of("charter").serial });
    expect(scanned).toMatchObject({ kind: "revoked" });
    expect(scanned.sentence).toMatch(/Edisi diamankan sesudah dokumen ini keluar/);
    const listed = (await siti.api.documents.list({ editionId })).filter(({ state }) => state === "revoked");
    expect(listed).toMatchObject([{ key: charter.key, group: "Dicabut" }]);
    expect(listed[0]!.why).toMatch(/^Edisi diamankan .+ Tarik lembar/);
    const counts = await siti.api.register.counts({ editionId });
    expect(counts.filter(({ what }) => what === "Piagam")).toEqual([]);
    expect((await siti.api.security.verify({ editionId })).findings).toEqual([]);
  } finally {
    await sample.close();
  }
});

describe("before the seal", () => {
  test("the ranking workbook of a complete round is a draft, and after it no more", async () => {
    const { siti, editionId, panel } = secured;
    expect(await workbookState(siti)).toContain("RANCANGAN: hasil belum final");
    await seal(siti, editionId, panel.id);
    expect(await workbookState(siti)).toContain("Hasil lengkap");
  });

  test("a filled sheet says RANCANGAN on the list and on paper, and a blank one does not", async () => {
    const { siti, editionId, panel } = secured;
    const [filled, blank] = ["scoreSheet", "blankSheet"].map(
      (kind) => `${kind}/${panel.id}/${panel.panel[0]}`,
    );
    expect([await stateOf(filled!), await isDraft(filled!)]).toEqual(["draft", true]);
    expect([await stateOf(blank!), await isDraft(blank!)]).toEqual(["ready", false]);
    await seal(siti, editionId, panel.id);
    expect([await stateOf(filled!), await isDraft(filled!)]).toEqual(["ready", false]);
  });

  test("a draft that goes out has no serial and is not noted", async () => {
    const { siti, editionId, panel, context } = secured;
    await siti.api.documents.make({ editionId, keys: [`recap/${panel.id}`], bundle: "onePdf" });
    expect(context.db.prepare("SELECT * FROM prints").all()).toEqual([]);
  });
});

describe("after the seal", () => {
  beforeEach(() => seal(secured.siti, secured.editionId, secured.panel.id));

  test("a correction revokes every paper that went out, whether or not anybody said that it was printed", async () => {
    const { siti, editionId, panel } = secured;
    const keys = [`recap/${panel.id}`, `minutes/${panel.id}`];
    const { file } = await siti.api.documents.make({ editionId, keys: [keys[0]!], bundle: "onePdf" });
    expect(file.type).toBe("application/pdf");
    await siti.api.documents.make({ editionId, keys: [keys[1]!], bundle: "zip" });
    const { revoked } = await correct("0");
    expect(revoked.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
    expect(await stateOf(keys[0]!)).toBe("revoked");
    expect((await siti.api.security.verify({ editionId })).findings).toEqual([]);
  });

  test("pages that were seen stand in the ledger, and those of what a correction revoked count no more", async () => {
    const { siti, context, editionId, panel } = secured;
    const key = `minutes/${panel.id}`;
    await siti.api.documents.make({ editionId, keys: [key], bundle: "onePdf" });
    const { serial, pages } = (await siti.api.register.list({ editionId }))[0]!;
    expect(pages).toBeGreaterThan(1);
    const scan = (page: number) => siti.api.register.scan({ editionId, code: `${serial}/${page}` });
    const lacking = async () =>
      (await siti.api.register.counts({ editionId }))
        .flatMap(({ missing }) => missing)
        .find((one) => one.key === key)?.lacking;
    await scan(1);
    expect(await lacking()).toContain(2);
    const filter = { editionId, chain: "edition", regionCode: null, panelistKey: null, text: "" } as const;
    const { entries } = await siti.api.ledger.list({ ...filter, kind: "all", before: null, limit: 1 });
    expect(entries[0]!.sentence).toContain(`Halaman 1 nomor seri ${serial} dibaca`);
    const { replayed, held } = readBoth(context, editionId);
    expect(held).toEqual(replayed);
    await correct("0");
    expect(await scan(2)).toMatchObject({ kind: "revoked", serial });
    expect(await lacking()).toEqual([]);
    expect((await siti.api.security.verify({ editionId })).findings).toEqual([]);
  });

  test("the ledger names the serials that went out", async () => {
    const { siti, editionId, panel, context } = secured;
    await siti.api.documents.make({ editionId, keys: [`recap/${panel.id}`], bundle: "onePdf" });
    const { papers } = await readPapers({ ...context, session: siti.session }, editionId, [
      `recap/${panel.id}`,
    ]);
    const { serial } = papers[0]!.paper.proof!;
    const entries = context.db
      .prepare(
        "SELECT body ->> '$.new.serials' FROM ledger WHERE edition_id = ? AND body ->> '$.act' = 'ekspor'",
      )
      .pluck()
      .all(editionId);
    expect(serial).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(entries).toEqual([JSON.stringify([serial])]);
  });

  test("a preview is only looked at: it is not noted", async () => {
    const { siti, editionId, panel, context } = secured;
    await siti.api.documents.preview({ editionId, key: `recap/${panel.id}` });
    expect(context.db.prepare("SELECT * FROM prints").all()).toEqual([]);
  });

  test("a blank sheet shows no result, so that no correction revokes it", async () => {
    const { siti, editionId, panel } = secured;
    const key = `blankSheet/${panel.id}/${panel.panel[0]}`;
    await siti.api.documents.make({ editionId, keys: [key], bundle: "onePdf" });
    await printAndSee(siti.api, editionId, [key]);
    expect((await correct("0")).revoked).toEqual([]);
  });

  test("a request for correction says how many papers it would revoke", async () => {
    const { siti, vina, editionId, panel, entry } = secured;
    await siti.api.documents.make({ editionId, keys: [`minutes/${panel.id}`], bundle: "onePdf" });
    const asked = await vina.api.seals.requestCorrection({
      roundId: panel.id,
      reason: "Angka di lembar kertas terbaca keliru",
      changes: [
        {
          entryId: entry("35.20"),
          panelistId: panel.panel[0]!,
          indicatorId: panel.indicators[0]!.id,
          value: "0",
        },
      ],
    });
    expect(asked.atRisk).toEqual({ certain: 1, possible: 0 });
    const done = await siti.api.seals.signCorrection({ correctionId: asked.id, hash: asked.hash, pin });
    expect(done.revoked).toHaveLength(1);
    expect(done.atRisk).toEqual({ certain: 0, possible: 0 });
  });

  test("the replacement that went out is not yet printed, though what it replaces was", async () => {
    const { siti, editionId, panel } = secured;
    const key = `minutes/${panel.id}`;
    await printAndSee(siti.api, editionId, [key]);
    expect(await stateOf(key)).toBe("printed");
    await correct("0");
    expect(await stateOf(key)).toBe("revoked");
    await siti.api.documents.make({ editionId, keys: [key], bundle: "onePdf" });
    expect(await stateOf(key)).toBe("ready");
    await printAndSee(siti.api, editionId, [key]);
    expect(await stateOf(key)).toBe("printed");
  });

  test("a paper whose result was corrected while it was made is not noted, and so does not go out", async () => {
    const { siti, editionId, panel, context } = secured;
    const key = `recap/${panel.id}`;
    const read = () => readPapers({ ...context, session: siti.session }, editionId, [key]);
    const { issue } = (await read()).papers[0]!;
    await correct("0");
    const note = (one: Issue) => () =>
      recordIssues(context, editionId, [{ ...one, pages: null, file: null }], {
        target: "PDF disimpan",
        reason: null,
        at: context.clock.now(),
      });
    expect(note(issue!)).toThrow(/dikoreksi ketika dokumen ini dibuat/);
    expect(note((await read()).papers[0]!.issue!)).not.toThrow();
  });
});
