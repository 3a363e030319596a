import { afterEach, beforeEach, expect, test } from "vitest";
import { readdirSync } from "node:fs";
import { unzipSync } from "fflate";
import { errorOf, openSample } from "../support/application.ts";
import { printAndSee } from "../support/printed.ts";

let sample: Awaited<ReturnType<typeof openSample>>;
beforeEach(async () => {
  sample = await openSample();
});
afterEach(() => sample.close());

const list = () => sample.api.documents.list({ editionId: sample.editionId });

async function emptyOneScore() {
  const { api, panel, entry } = sample;
  const panelistId = panel.panel[0]!;
  const { rows } = await api.sheets.grid({ roundId: panel.id, panelistId });
  const { entryId, values } = rows.find((row) => row.entryId === entry("35.20"))!;
  const indicatorId = panel.indicators[0]!.id;
  await api.sheets.setScores({
    roundId: panel.id,
    panelistId,
    changes: [{ entryId, indicatorId, value: null, was: values[0]! }],
  });
}

test("the sample calls for sheets, recaps, minutes and six charters, all ready", async () => {
  const papers = await list();
  const count = (kind: string) => papers.filter((paper) => paper.kind === kind).length;
  expect([
    count("blankSheet"),
    count("scoreSheet"),
    count("recap"),
    count("minutes"),
    count("charter"),
  ]).toEqual([6, 6, 2, 2, 6]);
  expect(papers.every(({ state }) => state === "ready")).toBe(true);
});

test("an incomplete last round makes its papers drafts and holds the charters back, saying why", async () => {
  const charters = (await list()).filter(({ kind }) => kind === "charter").map(({ key }) => key);
  await emptyOneScore();
  const papers = await list();
  expect(papers.find(({ key }) => key === `minutes/${sample.panel.id}`)).toMatchObject({ state: "draft" });
  const held = papers.filter(({ kind }) => kind === "charter");
  expect(held.map(({ state }) => state)).toEqual(["blocked", "blocked"]);
  expect(held[0]!.why).toMatch(/belum lengkap/);
  expect(
    await errorOf(sample.api.documents.preview({ editionId: sample.editionId, key: charters[0]! })),
  ).toMatchObject({
    code: "NOT_READY",
  });
});

test("a charter without a name says whose name is missing", async () => {
  const { api, editionId } = sample;
  const magetan = (await api.regions.list({ editionId })).find(({ code }) => code === "35.20")!;
  await api.regions.update({ regionId: magetan.id, head: null, agency: magetan.agency });
  const held = (await list()).filter(({ state }) => state === "blocked");
  expect(held.map(({ why }) => why)).toEqual([
    "Nama Bupati Magetan belum diisi. Lengkapi di Persiapan, Daerah.",
  ]);
});

test("the same paper asked for twice has the same bytes", async () => {
  const key = (await list()).find(({ kind }) => kind === "charter")!.key;
  const bytes = async () =>
    new Uint8Array(
      await (await sample.api.documents.preview({ editionId: sample.editionId, key })).arrayBuffer(),
    );
  expect(Buffer.compare(await bytes(), await bytes())).toBe(0);
});

test("many papers come as a PDF each in a zip, and one that cannot be printed is named while the rest go on", async () => {
  const { api, editionId } = sample;
  const magetan = (await api.regions.list({ editionId })).find(({ code }) => code === "35.20")!;
  await api.regions.update({
    regionId: magetan.id,
    head: { title: "Bupati", name: "Suprawoto 😀" },
    agency: magetan.agency,
  });
  const keys = (await list()).filter(({ kind }) => kind === "charter").map(({ key }) => key);
  for (const bundle of ["zip", "onePdf"] as const) {
    const { file, failures } = await api.documents.make({
      editionId,
      keys,
      bundle,
      reason: "Satu PDF",
      despiteNames: true,
    });
    expect(failures, bundle).toHaveLength(1);
    expect(failures[0]!.sentence).toMatch(/Suprawoto 😀/);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const zipped = bundle === "zip" ? unzipSync(bytes) : {};
    for (const name of Object.keys(zipped)) expect(name.split("/")[0]).toBe(file.name.replace(/\.zip$/, ""));
    const pdfs = bundle === "zip" ? Object.values(zipped) : [bytes];
    for (const pdf of pdfs) expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(pdfs, bundle).toHaveLength(bundle === "zip" ? 5 : 1);
  }
});

test("number, date and paper size are kept per paper", async () => {
  const { api, editionId } = sample;
  const key = `minutes/${sample.panel.id}`;
  await api.documents.setDetails({ editionId, keys: [key], number: "914/477/213.2/2021" });
  await api.documents.setDetails({ editionId, keys: [key], paperSize: "F4" });
  expect((await list()).find((paper) => paper.key === key)).toMatchObject({
    number: "914/477/213.2/2021",
    date: "2021-10-05",
    paperSize: "F4",
  });
});

test("a paper is printed once every sheet was seen, and an unmade result takes that away", async () => {
  const { api, editionId } = sample;
  const key = `minutes/${sample.panel.id}`;
  await printAndSee(api, editionId, [key]);
  expect((await list()).find((paper) => paper.key === key)!.state).toBe("printed");
  await emptyOneScore();
  expect((await list()).find((paper) => paper.key === key)!.state).toBe("draft");
});

test.each(["zip", "onePdf"] as const)(
  "a cancelled run as %s ends as cancelled, leaves no file, and the next one works",
  async (bundle) => {
    const { api, editionId } = sample;
    const keys = (await list()).map(({ key }) => key);
    const run = api.documents.make({ editionId, keys, bundle, job: "cetak-semua" });
    const cancelled = errorOf(run);
    const written = () => readdirSync(sample.paths.temporary, { recursive: true }).length > 1;
    while (!sample.context.running.has("cetak-semua") || !written())
      await new Promise((resolve) => setTimeout(resolve, 1));
    await api.jobs.cancel({ job: "cetak-semua" });
    expect(await cancelled).toMatchObject({ code: "CANCELLED" });
    expect(readdirSync(sample.paths.temporary)).toEqual([]);
    const { file } = await api.documents.make({ editionId, keys: keys.slice(0, 1), bundle: "onePdf" });
    expect(file.type).toBe("application/pdf");
  },
);

test("weights that do not sum to 100 make no paper of a result, and no charter", async () => {
  const { api, panel, desk } = sample;
  const [first, ...rest] = panel.indicators;
  await api.rounds.saveRules({
    roundId: panel.id,
    rules: { ...panel, indicators: [{ ...first!, weight: "99" }, ...rest] },
  });
  const papers = await list();
  const ofPanel = papers.filter(({ key }) => [`recap/${panel.id}`, `minutes/${panel.id}`].includes(key));
  expect(ofPanel.map(({ state }) => state)).toEqual(["blocked", "blocked"]);
  expect(papers.find(({ key }) => key === `minutes/${desk.id}`)).toMatchObject({ state: "ready" });
  expect(papers.filter(({ kind }) => kind === "charter").map(({ state, why }) => [state, why])).toEqual(
    Array.from({ length: 2 }, () => ["blocked", "Tata nilai belum lengkap. Selesaikan di Persiapan."]),
  );
});

test("a charter that was printed and is nobody's any more is listed as revoked, with its number", async () => {
  const { api, editionId, panel, entry } = sample;
  const charters = (await list()).filter(({ kind }) => kind === "charter");
  const { key } = charters.find(({ title }) => title.includes("Bupati Magetan"))!;
  await api.documents.setDetails({ editionId, keys: [key], number: "100.3/7/2021" });
  await printAndSee(api, editionId, [key]);
  const panelistId = panel.panel[0]!;
  const { rows } = await api.sheets.grid({ roundId: panel.id, panelistId });
  const { entryId, values } = rows.find((row) => row.entryId === entry("35.20"))!;
  const indicatorId = panel.indicators[0]!.id;
  const change = (value: string | null, was: string | null) =>
    api.sheets.setScores({ roundId: panel.id, panelistId, changes: [{ entryId, indicatorId, value, was }] });

  await change(null, values[0]!);
  const revoked = async () => (await list()).filter(({ state }) => state === "revoked");
  expect(await revoked()).toMatchObject([
    { key, number: "100.3/7/2021", why: expect.stringContaining("Jangan dibagikan") },
  ]);
  await change("0", null);
  expect(await revoked()).toMatchObject([{ key, why: expect.stringContaining("bukan penerima lagi") }]);
  await change(values[0]!, "0");
  expect(await revoked()).toEqual([]);
  expect((await list()).find((paper) => paper.key === key)).toMatchObject({ state: "printed" });
});

test("a number names one paper", async () => {
  const { api, editionId } = sample;
  const [one, two] = (await list()).filter(({ kind }) => kind === "charter");
  await api.documents.setDetails({ editionId, keys: [one!.key], number: "100.3/1/2021" });
  const refused = await errorOf(
    api.documents.setDetails({ editionId, keys: [two!.key], number: "100.3/1/2021" }),
  );
  expect(refused).toMatchObject({
    code: "CONFLICT",
    message: `Nomor 100.3/1/2021 sudah dipakai "${one!.title}". Ketik nomor lain.`,
  });
});
