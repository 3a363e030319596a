import { afterEach, beforeEach, expect, test } from "vitest";
import { insertDecision } from "../../electron/database/queries/decisions.ts";
import { command } from "../../electron/services/ledgerWriting.ts";
import { dot } from "../support/sealedFile.ts";
import { openSecured, readBoth, type Secured } from "../support/secured.ts";

let secured: Secured;
beforeEach(async () => {
  secured = await openSecured({ keying: "single" });
});
afterEach(() => secured.close());

async function sentences(kind: "papers" | "access", chain: "edition" | "accounts" = "edition") {
  const { siti, editionId } = secured;
  const filter = {
    editionId,
    chain,
    regionCode: null,
    panelistKey: null,
    text: "",
    kind,
    before: null,
    limit: 20,
  };
  return (await siti.api.ledger.list(filter)).entries.map(({ sentence }) => sentence);
}

test("letterhead, paper and emblem changed stand in the ledger of every secured edition", async () => {
  const { siti, context, editionId } = secured;
  await siti.api.settings.saveLetterhead({ lines: ["PEMERINTAH PROVINSI JAWA TIMUR"], address: "Surabaya" });
  await siti.api.settings.savePaperSize({ paperSize: "F4" });
  await siti.api.settings.setEmblem({ owner: "governor", picture: dot() });
  await siti.api.settings.savePaperSize({ paperSize: "F4" });
  expect((await sentences("papers")).slice(0, 3)).toEqual([
    expect.stringMatching(/^Lambang piagam dicatat\.$/),
    'Ukuran kertas biasa diisi "F4".',
    expect.stringMatching(/^Kop surat dicatat\.$/),
  ]);
  const { replayed, held } = readBoth(context, editionId);
  expect(replayed).toEqual(held);
});

test("a copy made stands in the application's own ledger", async () => {
  const { siti } = secured;
  await siti.api.settings.makeBackup();
  const [copy] = await siti.api.settings.backups();
  expect((await sentences("access", "accounts"))[0]).toBe(`Cadangan ${copy!.name} dibuat.`);
});

test("no act can decide the same tie a second time", () => {
  const { context, editionId, category } = secured;
  const [one, two] = category.entries.map(({ id }) => id);
  const decide = (order: number[]) =>
    command(context, editionId, { act: "results.decide" }, () =>
      insertDecision(context.db, {
        roundId: secured.panel.id,
        entries: [one!, two!],
        order,
        reason: "Rapat pleno",
        decidedAt: context.clock.now(),
      }),
    );
  decide([one!, two!]);
  expect(() => decide([two!, one!])).toThrow(/sudah tercatat, jadi tidak dapat dicatat sekali lagi/);
  expect(context.db.prepare("SELECT count(*) FROM decisions").pluck().get()).toBe(1);
});

test("when and how a score came to be is told by the ledger, not by what stands beside the score", async () => {
  const { siti, andi, panel, desk, context, entry } = secured;
  const panelistId = panel.panel[0]!;
  const change = { entryId: entry("35.20"), indicatorId: panel.indicators[0]!.id, value: "80", was: null };
  const { savedAt } = await andi.api.sheets.setScores({ roundId: panel.id, panelistId, changes: [change] });
  context.db.exec("UPDATE scores SET entered_at = 0, entered_via = 'mapped'");
  const valuesOf = async (roundId: number) => {
    const { indicators } = await siti.api.results.explain({ roundId, entryId: entry("35.20") });
    return indicators[0]!.values[0]!;
  };
  const typed = await valuesOf(panel.id);
  expect(typed.enteredVia).toBe("diketik");
  expect(Date.parse(typed.enteredAt!)).toBeGreaterThanOrEqual(Date.parse(savedAt));
  expect((await valuesOf(desk.id)).enteredVia).toBe("sudah ada saat edisi diamankan");
});
