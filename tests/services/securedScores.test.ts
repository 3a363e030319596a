import { afterAll, beforeAll, expect, test } from "vitest";
import { insertSeal, listSeals } from "../../electron/database/queries/security.ts";
import { errorOf } from "../support/application.ts";
import { openSecured, readBoth, type Secured, seal, signRuleBook } from "../support/secured.ts";
import { openTypedSheet, typeRound } from "../support/typing.ts";

let secured: Secured;
beforeAll(async () => {
  secured = await openSecured({ keying: "single" });
});
afterAll(() => secured.close());

test("a value typed by one is in force at once and told to the ledger with who and what it was", async () => {
  const { andi, budi, rudi, context, editionId } = secured;
  const sheet = openTypedSheet(secured, "35.20", 0);
  await sheet.type(andi, "87");
  await sheet.type(budi, "88");
  expect(await sheet.inForce()).toEqual(["88", null, null, null]);
  const { entries } = await rudi.api.ledger.list({
    editionId,
    regionCode: "35.20",
    panelistKey: "P1",
    text: "",
    kind: "scores",
    before: null,
    limit: 2,
  });
  expect(entries.map(({ who, old, new: after }) => [who, old, after])).toEqual([
    ["Budi", "87", "88"],
    ["Andi", null, "87"],
  ]);
  expect((await errorOf(sheet.accept(secured.vina))).message).toMatch(/tidak memakai persetujuan/);
  const { replayed, held } = readBoth(context, editionId);
  expect(replayed).toEqual(held);
});

test("a cell named twice in one save is told twice, each from what was before", async () => {
  const { andi, panel, context, editionId } = secured;
  const sheet = openTypedSheet(secured, "35.20", 1);
  const change = (value: string) => ({
    entryId: sheet.place.entryId,
    indicatorId: sheet.indicatorId(0),
    value,
    was: null,
  });
  await andi.api.sheets.setScores({
    roundId: panel.id,
    panelistId: sheet.place.panelistId,
    changes: [change("87"), change("88")],
  });
  const { replayed, held, fault } = readBoth(context, editionId);
  expect(fault).toBeNull();
  expect(replayed).toEqual(held);
});

test("nothing is typed while the rule book is being amended, and again once it is signed", async () => {
  const { siti, andi, editionId, panel } = secured;
  const sheet = openTypedSheet(secured, "35.20", 2);
  await siti.api.security.amendRuleBook({ editionId, reason: "Kuorum diubah" });
  const error = await errorOf(sheet.type(andi, "87"));
  expect([error.code, error.message]).toEqual([
    "NOT_READY",
    "Tata nilai sedang diubah (versi 2) dan belum ditandatangani. Tandatangani dulu di Persiapan, Pengamanan.",
  ]);
  expect((await andi.api.sheets.board({ roundId: panel.id })).blocked).toBe(error.message);
  await signRuleBook(siti, editionId);
  await sheet.type(andi, "87");
  expect(await sheet.inForce()).toEqual(["87", null, null, null]);
});

test("nothing is typed once the rules are no longer those that were signed", async () => {
  const { andi, context, panel } = secured;
  const sheet = openTypedSheet(secured, "35.20", 3);
  const reweigh = (...weights: string[]) => {
    const update = context.db.prepare("UPDATE indicators SET weight = ? WHERE id = ?");
    for (const [index, weight] of weights.entries()) update.run(weight, sheet.indicatorId(index));
  };
  reweigh("31", "24");
  const error = await errorOf(sheet.type(andi, "87"));
  expect([error.code, error.message]).toEqual([
    "NOT_READY",
    expect.stringMatching(/tidak sama dengan versi 2 yang ditandatangani/),
  ]);
  expect((await andi.api.sheets.board({ roundId: panel.id })).blocked).toBe(error.message);
  reweigh("30", "25");
});

test("a later round waits until the earlier one is sealed", async () => {
  const { andi, context, desk } = secured;
  const [deskSeal] = listSeals(context.db, desk.id);
  context.db.prepare("DELETE FROM seals WHERE round_id = ?").run(desk.id);
  const error = await errorOf(openTypedSheet(secured, "35.20", 4).type(andi, "87"));
  insertSeal(context.db, deskSeal!);
  expect([error.code, error.message]).toEqual([
    "NOT_READY",
    expect.stringMatching(/"Seleksi indikator" belum disegel/),
  ]);
});

test("a sealed round takes no value, whoever types", async () => {
  const { siti, andi, editionId, panel, desk } = secured;
  await typeRound(
    secured,
    andi,
    (code, panelist, indicator) => `${50 + 5 * panelist + indicator + (Number(code.slice(3)) % 9)}`,
  );
  await seal(siti, editionId, panel.id);
  const sheet = openTypedSheet(secured, "35.20", 0);
  const error = await errorOf(sheet.type(andi, "1"));
  expect([error.code, error.message]).toEqual([
    "FORBIDDEN",
    expect.stringMatching(/"Paparan dan wawancara" sudah disegel/),
  ]);
  expect((await andi.api.sheets.grid({ roundId: desk.id, panelistId: null })).blocked).toMatch(
    /sudah disegel/,
  );
  expect(await sheet.inForce()).toEqual(["52", "53", "54", "55"]);
});
