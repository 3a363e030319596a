import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { errorOf } from "../support/application.ts";
import { openSecured, pin, readBoth, seal, seat, type Secured } from "../support/secured.ts";

/** Every sheet of the panel round typed by one operator, each entry a little apart. */
async function fillPanel({ andi, panel }: Secured): Promise<void> {
  for (const [order, panelistId] of panel.panel.entries()) {
    const { rows } = await andi.api.sheets.grid({ roundId: panel.id, panelistId });
    const changes = rows.flatMap(({ entryId }, row) =>
      panel.indicators.map(({ id }) => ({
        entryId,
        indicatorId: id,
        value: String(60 + row * 5 + order),
        was: null,
      })),
    );
    await andi.api.sheets.setScores({ roundId: panel.id, panelistId, changes });
  }
}

let secured: Secured;
beforeEach(async () => {
  secured = await openSecured({ keying: "single" });
  await fillPanel(secured);
});
afterEach(() => secured.close());

test("nothing of a sealed round changes any more, by whatever way", async () => {
  const { siti, andi, editionId, panel, context } = secured;
  await seal(siti, editionId, panel.id);
  const panelistId = panel.panel[0]!;
  const grid = await andi.api.sheets.grid({ roundId: panel.id, panelistId });
  const { entryId, values } = grid.rows[0]!;
  const change = { entryId, indicatorId: panel.indicators[0]!.id, value: "1", was: values[0]! };
  const typed = andi.api.sheets.setScores({ roundId: panel.id, panelistId, changes: [change] });
  expect((await errorOf(typed)).message).toMatch(/sudah disegel/);
  const recused = siti.api.rounds.recuse({
    roundId: panel.id,
    panelistId,
    entryId,
    reason: "Berasal dari sana",
  });
  expect(await errorOf(recused)).toBeInstanceOf(Error);
  const { replayed, held, fault } = readBoth(context, editionId);
  expect(fault).toBeNull();
  expect(replayed).toEqual(held);
});

test("a round that lacks a value is not sealed, and says what is missing", async () => {
  const { siti, andi, editionId, panel } = secured;
  const panelistId = panel.panel[0]!;
  const { rows } = await andi.api.sheets.grid({ roundId: panel.id, panelistId });
  const change = {
    entryId: rows[0]!.entryId,
    indicatorId: panel.indicators[0]!.id,
    value: null,
    was: rows[0]!.values[0]!,
  };
  await andi.api.sheets.setScores({ roundId: panel.id, panelistId, changes: [change] });
  expect((await errorOf(seal(siti, editionId, panel.id))).message).toMatch(/Semua lembar nilai lengkap/);
});

test("what is signed is what was read: a score changed in between asks for reading again", async () => {
  const { siti, andi, editionId, panel } = secured;
  const read = (await siti.api.seals.list({ editionId })).find(({ roundId }) => roundId === panel.id)!;
  const panelistId = panel.panel[0]!;
  const { rows } = await andi.api.sheets.grid({ roundId: panel.id, panelistId });
  const was = rows[0]!.values[0]!;
  const change = {
    entryId: rows[0]!.entryId,
    indicatorId: panel.indicators[0]!.id,
    value: was === "1" ? "2" : "1",
    was,
  };
  await andi.api.sheets.setScores({ roundId: panel.id, panelistId, changes: [change] });
  const signed = siti.api.seals.sign({ roundId: panel.id, hash: read.presentHash!, pin });
  expect((await errorOf(signed)).message).toMatch(/sudah berubah sejak Anda membacanya/);
});

test("a wrong PIN signs nothing, and stands in the ledger", async () => {
  const { siti, editionId, panel, context } = secured;
  const { presentHash } = (await siti.api.seals.list({ editionId })).find(
    ({ roundId }) => roundId === panel.id,
  )!;
  expect(
    (await errorOf(siti.api.seals.sign({ roundId: panel.id, hash: presentHash!, pin: "000000" }))).message,
  ).toMatch(/PIN untuk Siti salah/);
  const acts = context.db.prepare("SELECT body ->> '$.act' FROM ledger WHERE edition_id = 0").pluck().all();
  expect(acts.at(-1)).toBe("akun.pin-salah");
});

test("a score changed with another program is named, and the round is not sealed over it", async () => {
  const { siti, editionId, panel, paths } = secured;
  const outside = new Database(paths.database);
  outside
    .prepare(
      "UPDATE scores SET value = '99' WHERE sheet_id = (SELECT min(sheet_id) FROM scores WHERE sheet_id IN (SELECT id FROM sheets WHERE round_id = ?)) AND indicator_id = ?",
    )
    .run(panel.id, panel.indicators[0]!.id);
  outside.close();
  const { findings } = await siti.api.security.verify({ editionId });
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatch(/99/);
  expect((await errorOf(seal(siti, editionId, panel.id))).message).toMatch(/tidak sama dengan buku catatan/);
});

test("the ledger itself refuses to be changed or cut", () => {
  const { context } = secured;
  expect(() => context.db.exec("DELETE FROM ledger")).toThrow(/only appended/);
  expect(() => context.db.exec("UPDATE ledger SET hash = hash")).toThrow(/only appended/);
});

test("a tail cut off behind the application's back is found by the anchor", async () => {
  const { siti, editionId, panel, paths } = secured;
  await seal(siti, editionId, panel.id);
  const outside = new Database(paths.database);
  outside.exec("DROP TRIGGER ledger_never_deleted");
  outside.prepare("DELETE FROM ledger WHERE edition_id = ? AND seq > 10").run(editionId);
  outside.close();
  const { findings } = await siti.api.security.verify({ editionId });
  expect(findings.join(" ")).toMatch(/ekornya dihapus, atau salinan lama dipulihkan/);
});

test("a sealed score is corrected only by a signed request, with version 2, what moves, and papers revoked", async () => {
  const { siti, vina, editionId, panel, context, category } = secured;
  await seal(siti, editionId, panel.id);
  const before = await siti.api.results.get({ categoryId: category.id });
  const first = before.rounds[1]!.rows[0]!;
  const minutes = `minutes/${panel.id}`;
  await siti.api.documents.markPrinted({ editionId, keys: [minutes], printed: true });
  const request = await vina.api.seals.requestCorrection({
    roundId: panel.id,
    reason: "Angka di lembar kertas terbaca keliru",
    changes: panel.indicators.map(({ id }) => ({
      entryId: first.entryId,
      panelistId: panel.panel[0]!,
      indicatorId: id,
      value: "0",
    })),
  });
  expect(request).toMatchObject({ state: "open", number: 1 });
  expect(request.moves.join(" ")).toContain(first.label);
  expect((await siti.api.results.get({ categoryId: category.id })).rounds[1]!.rows[0]).toEqual(first);

  const done = await siti.api.seals.signCorrection({ correctionId: request.id, hash: request.hash, pin });
  expect(done.state).toBe("done");
  expect(done.revoked.map(({ key }) => key)).toEqual([minutes]);
  const versions = await siti.api.seals.versions({ roundId: panel.id });
  expect(versions.map(({ version }) => version)).toEqual([1, 2]);
  expect(versions[0]!.rows[0]!.label).toBe(first.label);
  expect((await siti.api.documents.list({ editionId })).find(({ key }) => key === minutes)!.state).toBe(
    "revoked",
  );
  const { replayed, held, fault } = readBoth(context, editionId);
  expect(fault).toBeNull();
  expect(replayed).toEqual(held);
  expect((await siti.api.security.verify({ editionId })).findings).toEqual([]);
});

test("until the embargo has ended only chair and secretary see the winners", async () => {
  const { siti, kadir, vina, rudi, editionId, panel, category } = secured;
  await seal(siti, editionId, panel.id);
  const seen = async (person: typeof siti) =>
    (await person.api.results.get({ categoryId: category.id })).recipients.length;
  expect([await seen(siti), await seen(kadir), await seen(vina), await seen(rudi)]).toEqual([6, 6, 0, 0]);
  const explained = vina.api.results.explain({ roundId: panel.id, entryId: category.entries[3]!.id });
  expect(await errorOf(explained)).toMatchObject({ code: "FORBIDDEN" });
  await kadir.api.seals.declare({ editionId, embargoUntil: "2026-10-05T02:00:00.000Z", pin });
  expect(await seen(vina)).toBe(6);
});

test("the clock set back stands in the ledger", async () => {
  const { siti, editionId, context } = secured;
  const past = { now: () => "2020-01-01T00:00:00.000Z" };
  const { api } = seat({ ...context, clock: past }, "jendela 1", siti.session.account);
  const [region] = await api.regions.list({ editionId });
  await api.regions.update({
    regionId: region!.id,
    head: { title: "Bupati", name: "Nama Baru" },
    agency: region!.agency,
  });
  const { entries } = await siti.api.ledger.list({
    editionId,
    regionCode: null,
    panelistKey: null,
    text: "",
    kind: "access",
    before: null,
    limit: 5,
  });
  expect(entries[0]!.sentence).toMatch(
    /^Jam komputer mundur dari 5 Oktober 2026 pukul .+ WIB ke 1 Januari 2020 pukul 07\.00\.00 WIB\.$/,
  );
});

test("who touched the score of a region is answered by the ledger", async () => {
  const { siti, editionId } = secured;
  const { entries, shortHead } = await siti.api.ledger.list({
    editionId,
    regionCode: "35.20",
    panelistKey: "P1",
    text: "",
    kind: "scores",
    before: null,
    limit: 50,
  });
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.every(({ sentence }) => sentence.includes("Kabupaten Magetan"))).toBe(true);
  expect(entries[0]).toMatchObject({ who: "Andi" });
  expect(shortHead).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
});

test("a dossier and a bundle come out of a sealed round", async () => {
  const { siti, editionId, panel, category } = secured;
  await seal(siti, editionId, panel.id);
  const entryId = category.entries.find(({ code }) => code === "35.20")!.id;
  const dossier = await siti.api.seals.dossier({ roundId: panel.id, entryId });
  expect(
    Buffer.from(await dossier.bytes())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  const bundle = await siti.api.seals.bundle({ editionId });
  expect(await bundle.text()).toContain("lencana/bundle@1");
});
