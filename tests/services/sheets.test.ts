import { afterEach, beforeEach, expect, test } from "vitest";
import { errorOf, openSample } from "../support/application.ts";

let sample: Awaited<ReturnType<typeof openSample>>;
beforeEach(async () => {
  sample = await openSample();
});
afterEach(() => sample.close());

const magetan = "35.20";

async function valueOf(code: string, indicator: number) {
  const { api, panel, entry } = sample;
  const grid = await api.sheets.grid({ roundId: panel.id, panelistId: panel.panel[0]! });
  return grid.rows.find(({ entryId }) => entryId === entry(code))!.values[indicator];
}

function change(value: string | null, was: string | null, code = magetan, indicator = 0) {
  return { entryId: sample.entry(code), indicatorId: sample.panel.indicators[indicator]!.id, value, was };
}

function save(...changes: ReturnType<typeof change>[]) {
  return sample.api.sheets.setScores({
    roundId: sample.panel.id,
    panelistId: sample.panel.panel[0]!,
    changes,
  });
}

test("a value is saved at once and the ranking follows", async () => {
  const { api, category } = sample;
  const totalOf = async () =>
    (await api.results.get({ categoryId: category.id })).rounds[1]!.rows.find(({ code }) => code === magetan)!
      .total;
  const before = await totalOf();
  const was = await valueOf(magetan, 0);
  await save(change("100", was!));
  expect(await valueOf(magetan, 0)).toBe("100");
  expect(Number(await totalOf())).toBeGreaterThan(Number(before));
});

test("a block with one value off the scale is refused whole, with the place and the range", async () => {
  const was = [await valueOf(magetan, 0), await valueOf(magetan, 1)];
  const error = await errorOf(save(change("90", was[0]!), change("112", was[1]!, magetan, 1)));
  expect(error).toMatchObject({ code: "INVALID" });
  expect(error.message).toMatch(/Kabupaten Magetan, .*: 112 tidak sesuai skala; harus 0–100, kelipatan 1/);
  expect([await valueOf(magetan, 0), await valueOf(magetan, 1)]).toEqual(was);
});

test("a value off the step is refused", async () => {
  const was = await valueOf(magetan, 0);
  expect((await errorOf(save(change("87.5", was!)))).message).toMatch(/87,5 tidak sesuai skala/);
});

test("a value that another window has changed meanwhile is not overwritten", async () => {
  const was = await valueOf(magetan, 0);
  await save(change("91", was!));
  const error = await errorOf(save(change("92", was!)));
  expect(error).toMatchObject({ code: "CONFLICT" });
  expect(error.message).toMatch(/sudah diubah di jendela lain dan kini 91/);
  expect(await valueOf(magetan, 0)).toBe("91");
});

test("a value taken away makes the sheet incomplete and the result a preview", async () => {
  const { api, category, panel, entry } = sample;
  await save(change(null, (await valueOf(magetan, 0))!));
  const board = await api.sheets.board({ roundId: panel.id });
  const cell = board.cells.find(
    ({ entryId, panelistId }) => entryId === entry(magetan) && panelistId === panel.panel[0],
  );
  expect(cell).toMatchObject({ state: "partial", given: 3 });
  expect(board.complete).toBe(false);
  const round = (await api.results.get({ categoryId: category.id })).rounds[1]!;
  expect(round).toMatchObject({ complete: false, final: false });
  expect(round.rows.find(({ code }) => code === magetan)!.missing).toBe("Nilai belum ada: 1 dari P1");
});

test("an entry that did not advance has no sheet in the later round", async () => {
  const error = await errorOf(save(change("90", null, "35.01")));
  expect(error.message).toMatch(/tidak \(lagi\) ikut dalam babak ini/);
});

test("a later round waits while the earlier one lacks a value", async () => {
  const { api, desk, panel, entry } = sample;
  const grid = await api.sheets.grid({ roundId: desk.id, panelistId: null });
  const row = grid.rows.find(({ entryId }) => entryId === entry("35.01"))!;
  await api.sheets.setScores({
    roundId: desk.id,
    panelistId: null,
    changes: [
      { entryId: row.entryId, indicatorId: desk.indicators[0]!.id, value: null, was: row.values[0]! },
    ],
  });
  expect((await api.sheets.board({ roundId: panel.id })).blocked).toMatch(
    /"Seleksi indikator" belum selesai/,
  );
  expect(await errorOf(save(change("90", (await valueOf(magetan, 0))!)))).toMatchObject({
    code: "NOT_READY",
  });
});

test("a recused panelist's sheet is locked, does not count, and the average stays fair", async () => {
  const { api, panel, entry, category } = sample;
  const panelistId = panel.panel[0]!;
  const before = await api.sheets.grid({ roundId: panel.id, panelistId });
  const row = before.rows.find(({ entryId }) => entryId === entry(magetan))!;
  const recuse = () =>
    api.rounds.recuse({
      roundId: panel.id,
      panelistId,
      entryId: entry(magetan),
      reason: "Berasal dari daerah itu",
    });
  expect((await errorOf(recuse())).message).toMatch(/sudah berisi 4 nilai/);
  await save(...row.values.map((value, index) => change(null, value, magetan, index)));
  await recuse();
  expect((await errorOf(save(change("90", null)))).message).toMatch(/berhalangan menilai Kabupaten Magetan/);
  const round = (await api.results.get({ categoryId: category.id })).rounds[1]!;
  expect(round.complete).toBe(true);
});

test("a disk that fills up while saving leaves every value as it was", async () => {
  const { context } = sample;
  const was = await valueOf(magetan, 0);
  const pages = Number(context.db.pragma("page_count", { simple: true }));
  context.db.pragma(`max_page_count = ${pages}`);
  const full = () => {
    context.db.exec("CREATE TABLE filler (text TEXT) STRICT");
    for (let row = 0; row < 1000; row++)
      context.db.prepare("INSERT INTO filler VALUES (?)").run("x".repeat(5000));
  };
  expect(full).toThrow(/full/);
  context.db.pragma("max_page_count = 1073741823");
  expect(await valueOf(magetan, 0)).toBe(was);
  expect(context.db.pragma("integrity_check", { simple: true })).toBe("ok");
});
