import { afterEach, beforeEach, expect, test } from "vitest";
import { errorOf, openSample } from "../support/application.ts";

let sample: Awaited<ReturnType<typeof openSample>>;
beforeEach(async () => {
  sample = await openSample();
});
afterEach(() => sample.close());

/** Gives one entry of the desk round the very values of another. */
async function copyDeskSheet(from: string, to: string) {
  const { api, desk, entry } = sample;
  const { rows } = await api.sheets.grid({ roundId: desk.id, panelistId: null });
  const rowOf = (code: string) => rows.find(({ entryId }) => entryId === entry(code))!;
  const changes = desk.indicators.map(({ id: indicatorId }, index) => ({
    entryId: entry(to),
    indicatorId,
    value: rowOf(from).values[index]!,
    was: rowOf(to).values[index]!,
  }));
  await api.sheets.setScores({ roundId: desk.id, panelistId: null, changes });
}

async function deskResult() {
  return (await sample.api.results.get({ categoryId: sample.category.id })).rounds[0]!;
}

test("a tie over the cut waits for a decision, which is recorded with its reason and can be withdrawn", async () => {
  const { api, desk, entry } = sample;
  const before = await deskResult();
  const fifth = before.rows[4]!;
  await copyDeskSheet(fifth.code, "35.01");
  const tied = await deskResult();
  expect(new Set(tied.undecided[0])).toEqual(new Set([fifth.entryId, entry("35.01")]));
  expect(tied.final).toBe(false);
  expect(tied.ties).toEqual([
    expect.stringMatching(/belum dapat dibedakan; diperlukan keputusan rapat pleno/),
  ]);

  const wrong = api.results.decide({
    roundId: desk.id,
    order: [fifth.entryId, entry("35.02")],
    reason: "Rapat pleno",
  });
  expect(await errorOf(wrong)).toMatchObject({ code: "CONFLICT" });
  await api.results.decide({
    roundId: desk.id,
    order: [entry("35.01"), fifth.entryId],
    reason: "Rapat pleno 4 Oktober",
  });
  const decided = await deskResult();
  expect(decided.final).toBe(true);
  expect(decided.rows[4]).toMatchObject({ entryId: entry("35.01"), tieBreak: "decision", advances: true });
  expect(decided.ties[0]).toMatch(/Alasan: Rapat pleno 4 Oktober/);

  await api.results.withdrawDecision({ decisionId: decided.decisions[0]!.id });
  expect((await deskResult()).undecided).toHaveLength(1);
});

test("recipients are named with title and region", async () => {
  const { recipients } = await sample.api.results.get({ categoryId: sample.category.id });
  expect(recipients.filter(({ place }) => place === 2).map(({ name, title }) => [name, title])).toEqual([
    ["Eri Cahyadi", "Wali Kota Surabaya"],
    ["Perangkat daerah kepegawaian Kota Surabaya", "Kota Surabaya"],
  ]);
});

test("an explanation goes down to each value and says how it came in", async () => {
  const { api, panel, entry } = sample;
  const explanation = await api.results.explain({ roundId: panel.id, entryId: entry("35.04") });
  expect(explanation).toMatchObject({
    label: "Kabupaten Tulungagung",
    rank: 1,
    total: "86.43",
    exact: "86433/1000",
  });
  expect(explanation.indicators[0]!.values).toHaveLength(5);
  expect(explanation.indicators[0]!.values[0]).toMatchObject({
    panelist: "Muhamad Taufik",
    value: "85",
    enteredVia: "dari berkas edisi",
  });
  expect(explanation.steps.join(" ")).toMatch(/Bawaan 30 persen/);
});

test("the ranking follows a score changed after it was last asked for", async () => {
  const { api, desk, entry } = sample;
  const first = (await deskResult()).rows[0]!;
  const { rows } = await api.sheets.grid({ roundId: desk.id, panelistId: null });
  const was = rows.find(({ entryId }) => entryId === first.entryId)!.values[0]!;
  await api.sheets.setScores({
    roundId: desk.id,
    panelistId: null,
    changes: [{ entryId: first.entryId, indicatorId: desk.indicators[0]!.id, value: "0", was }],
  });
  const after = await deskResult();
  expect(after.rows[0]!.entryId).not.toBe(first.entryId);
  expect(after.rows.find(({ entryId }) => entryId === first.entryId)!.contributions[0]).toBe("0.00");
  expect(entry(first.code)).toBe(first.entryId);
});
