import { afterEach, beforeEach, expect, test } from "vitest";
import type { RoundRow, RoundRules } from "../../electron/contract/rounds.ts";
import { errorOf, openSample } from "../support/application.ts";

let sample: Awaited<ReturnType<typeof openSample>>;
beforeEach(async () => {
  sample = await openSample();
});
afterEach(() => sample.close());

function rulesOf(round: RoundRow): RoundRules {
  const { name, kind, panel, aggregate, decimals, carry, quorum, advance, tieBreak, indicators } = round;
  return { name, kind, panel, aggregate, decimals, carry, quorum, advance, tieBreak, indicators };
}

function save(round: RoundRow, rules: Partial<RoundRules>, discardValues?: number) {
  return sample.api.rounds.saveRules({
    roundId: round.id,
    rules: { ...rulesOf(round), ...rules },
    discardValues,
  });
}

test("weights that sum to 99.99 are kept while preparing, and nothing can be scored with them", async () => {
  const { panel, api } = sample;
  const [first, ...others] = panel.indicators;
  const saved = await save(panel, { indicators: [{ ...first!, weight: "29.99" }, ...others] });
  expect(saved.openPoints).toEqual(["Jumlah bobot 99,99; harus tepat 100 (kurang 0,01)."]);
  const { blocked } = await api.sheets.board({ roundId: panel.id });
  expect(blocked).toMatch(/99,99/);
});

test("dropping an indicator with values says how many are lost, and is done only for exactly that number", async () => {
  const { panel, api } = sample;
  const indicators = panel.indicators
    .slice(1)
    .map((one, index) => ({ ...one, weight: ["40", "30", "30"][index]! }));
  const tieBreak = panel.tieBreak.filter((key) => key !== "indicator:KEBIJAKAN");
  const error = await errorOf(save(panel, { indicators, tieBreak }));
  expect(error).toMatchObject({ code: "CONFLICT", data: { losesValues: 25 } });
  expect(error.message).toMatch(/25 nilai pada indikator "Kebijakan dan komitmen kepala daerah"/);
  expect((await api.rounds.get({ roundId: panel.id })).values).toBe(100);
  expect(await errorOf(save(panel, { indicators, tieBreak }, 24))).toMatchObject({ code: "CONFLICT" });
  expect((await save(panel, { indicators, tieBreak }, 25)).values).toBe(75);
});

test("a scale that given values do not fit is refused with each of them", async () => {
  const { panel } = sample;
  const [first, ...others] = panel.indicators;
  const narrow = { ...first!, scale: { min: "0", max: "85", step: "1" } };
  const error = await errorOf(save(panel, { indicators: [narrow, ...others] }));
  expect(error).toMatchObject({ code: "INVALID" });
  expect(error.message).toMatch(/tidak sesuai dengan skala baru/);
});

test("all faults of a rule book are told at once", async () => {
  const { panel } = sample;
  const [first, second, ...others] = panel.indicators;
  const error = await errorOf(
    save(panel, {
      carry: "101",
      tieBreak: ["indicator:TIDAK-ADA"],
      indicators: [
        { ...first!, weight: "-1", scale: { min: "10", max: "10", step: "0" } },
        { ...second!, key: first!.key },
        ...others,
      ],
    }),
  );
  expect(error.data?.problems).toHaveLength(6);
});

test("two indicators may trade their codes", async () => {
  const { panel } = sample;
  const [first, second, ...others] = panel.indicators;
  const saved = await save(panel, {
    indicators: [{ ...first!, key: second!.key }, { ...second!, key: first!.key }, ...others],
  });
  expect(saved.indicators.slice(0, 2).map(({ key }) => key)).toEqual([second!.key, first!.key]);
});

test("numbers are kept in one form", async () => {
  const { panel } = sample;
  const [first, ...others] = panel.indicators;
  const saved = await save(panel, {
    carry: "30.00",
    indicators: [{ ...first!, weight: "030.0" }, ...others],
  });
  expect([saved.carry, saved.indicators[0]!.weight]).toEqual(["30", "30"]);
});

test("the chain of tie-breaks reads as a sentence", () => {
  expect(sample.panel.tieBreakSentence).toBe(
    'Bila nilai akhir sama, yang menentukan adalah nilai indikator "Kebijakan dan komitmen kepala daerah"; bila masih sama, nilai babak sebelumnya; bila masih sama, pilihan terbanyak para panelis; bila masih sama, keputusan rapat pleno.',
  );
});

test("a round with values is not removed, and its kind stays", async () => {
  const { panel, api } = sample;
  expect(await errorOf(api.rounds.remove({ roundId: panel.id }))).toMatchObject({ code: "CONFLICT" });
  expect((await errorOf(save(panel, { kind: "desk", panel: [] }))).message).toMatch(
    /jenisnya tidak dapat diganti/,
  );
});

test("a panelist with values cannot be taken from the register", async () => {
  const { panel, api } = sample;
  expect((await errorOf(api.panelists.remove({ panelistId: panel.panel[0]! }))).message).toMatch(
    /sudah mengisi 5 lembar/,
  );
});

test("a region with values stays an entry", async () => {
  const { category, api } = sample;
  const regionIds = category.entries.slice(1).map(({ regionId }) => regionId);
  const error = await errorOf(api.categories.setEntries({ categoryId: category.id, regionIds }));
  expect(error.message).toMatch(/Kabupaten Pacitan sudah mempunyai nilai/);
});
