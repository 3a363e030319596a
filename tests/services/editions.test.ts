import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Application, errorOf, openApplication, openSample } from "../support/application.ts";

const sampleText = readFileSync(join(import.meta.dirname, "../../resources/samples/2021.json"), "utf8");
const fileOf = (text: string, name = "edisi.json") => new File([text], name, { type: "application/json" });

let application: Application;
beforeEach(async () => {
  application = await openApplication();
});
afterEach(() => application.close());

test("an imported edition comes out again as it went in", async () => {
  const { api } = application;
  const { id } = await api.editions.importFile({ file: fileOf(sampleText) });
  const exported = await (await api.editions.exportFile({ editionId: id })).text();
  expect(JSON.parse(exported)).toEqual(JSON.parse(sampleText));
  const again = await api.editions.importFile({ file: fileOf(exported) });
  expect(await (await api.editions.exportFile({ editionId: again.id })).text()).toBe(exported);
});

test("an edition goes to another laptop with its office and events, but without anybody's NIP", async () => {
  const [here, there] = [await openSample(), await openApplication()];
  try {
    const { api, editionId, panel } = here;
    const { nip: _none, rounds: _rounds, ...details } = await api.office.get({ editionId });
    const signer = { office: "Kepala Badan", name: "Dr. Aries, M.Si.", rank: "Pembina Utama Madya (IV/d)" };
    await api.office.save({ editionId, details: { ...details, signer }, nip: "196504121990031001" });
    await api.office.drawOrder({ roundId: panel.id, replaces: true });
    const exported = await (await api.editions.exportFile({ editionId })).text();
    expect(exported).not.toContain("196504121990031001");
    const { id } = await there.api.editions.importFile({ file: fileOf(exported) });
    const [was, is] = [await api.office.get({ editionId }), await there.api.office.get({ editionId: id })];
    const said = ({ nip: _nip, rounds, ...office }: typeof was) => ({
      ...office,
      rounds: rounds.map(({ roundId: _id, entries, ...round }) => ({
        ...round,
        entries: entries.map(({ label }) => label),
      })),
    });
    expect(said(is)).toEqual(said(was));
    expect(is).toMatchObject({ signer, nip: null, rounds: [{ order: "lot", start: "09.00" }] });
    const again = await there.api.editions.exportFile({ editionId: id });
    expect(await again.text()).toBe(exported);
  } finally {
    await here.close();
    await there.close();
  }
});

test("a region that left a category leaves the order of its round, and the edition still comes out", async () => {
  const sample = await openSample();
  try {
    const { api, context, editionId, category, panel } = sample;
    const [round] = (await api.office.get({ editionId })).rounds;
    const before = round!.entries.map(({ id }) => id);
    await api.office.setOrder({ roundId: panel.id, entryIds: before.toReversed() });
    context.db.prepare("DELETE FROM sheets").run();
    await api.categories.setEntries({
      categoryId: category.id,
      regionIds: category.entries.filter(({ id }) => id !== before[0]).map(({ regionId }) => regionId),
    });
    const exported = await (await api.editions.exportFile({ editionId })).text();
    const gone = category.entries.find(({ id }) => id === before[0])!.code;
    expect(JSON.parse(exported).categories[0].rounds[1].event.turns).not.toContain(gone);
  } finally {
    await sample.close();
  }
});

test("a file with faults is refused with each of them, and nothing of it is kept", async () => {
  const edition = JSON.parse(sampleText);
  edition.categories[0].rounds[0].indicators[0].weight = 24.99;
  edition.extra = true;
  const error = await errorOf(application.api.editions.importFile({ file: fileOf(JSON.stringify(edition)) }));
  expect(error).toMatchObject({ code: "INVALID" });
  const paths = (error.data?.problems ?? []).map(({ path }) => path);
  expect(paths).toContain("$.extra");
  expect(paths.some((path) => path.startsWith("$.categories[0].rounds[0].indicators"))).toBe(true);
  expect(await application.api.editions.list()).toEqual([]);
});

test("a file of 300 MB is refused by its size", async () => {
  const megabyte = new Uint8Array(1024 * 1024);
  const file = new File(
    Array.from({ length: 300 }, () => megabyte),
    "besar.json",
  );
  const error = await errorOf(application.api.editions.importFile({ file }));
  expect(error).toMatchObject({ code: "TOO_LARGE" });
  expect(error.message).toMatch(/300 MB.*paling besar 64 MB/);
});

test("a new edition starts with the 38 regions of East Java, twins told apart, and one empty category", async () => {
  const { api } = application;
  const { id: editionId } = await api.editions.create({
    year: 2026,
    title: "ASN Achievement Awards 2026",
    theme: null,
    organiser: null,
    venue: null,
    ceremonyDate: null,
    signatory: null,
  });
  const regions = await api.regions.list({ editionId });
  expect(regions).toHaveLength(38);
  expect(regions.filter(({ twin }) => twin)).toHaveLength(14);
  expect(regions.find(({ code }) => code === "35.71")?.label).toBe("Kota Kediri");
  const categories = await api.categories.list({ editionId });
  expect(categories.map(({ entries }) => entries)).toEqual([[]]);
  expect(await api.regions.catalogue()).toHaveLength(514);
});

test("a clone takes the people and the rules along, and no score, decision, date or theme", async () => {
  const { api } = application;
  const sample = await api.editions.openSample();
  const clone = await api.editions.clone({
    editionId: sample.id,
    year: 2026,
    title: "ASN Achievement Awards 2026",
  });
  expect(clone).toMatchObject({ sample: false, year: 2026, ceremonyDate: null, theme: null });
  const [category] = await api.categories.list({ editionId: clone.id });
  const rounds = await api.rounds.list({ categoryId: category!.id });
  expect(rounds.map(({ values, indicators }) => [values, indicators.length])).toEqual([
    [0, 6],
    [0, 4],
  ]);
  expect(await api.panelists.list({ editionId: clone.id })).toHaveLength(5);
  expect(await api.awards.list({ editionId: clone.id })).toHaveLength(2);
});

test("the sample is opened once, however often it is asked for", async () => {
  const { api } = application;
  expect((await api.editions.openSample()).id).toBe((await api.editions.openSample()).id);
});

test("an edition goes only when its title is typed, and takes everything of it along", async () => {
  const { api, context } = application;
  const { id: editionId, title } = await api.editions.openSample();
  expect(await errorOf(api.editions.remove({ editionId, title: "ASN" }))).toMatchObject({ code: "INVALID" });
  await api.editions.remove({ editionId, title });
  for (const table of ["editions", "regions", "heads", "sheets", "scores", "awards", "documents"]) {
    expect(context.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
  }
});

test("the overview names the next step and where it is done", async () => {
  const { api } = application;
  const { id: editionId } = await api.editions.openSample();
  const { stages, next } = await api.editions.overview({ editionId });
  expect(stages.map(({ label }) => label)).toEqual([
    "Pendaftaran",
    "Seleksi indikator",
    "Top 5",
    "Paparan dan wawancara",
    "Top 3",
    "Penetapan",
    "Upacara",
  ]);
  expect(stages.find(({ state }) => state === "current")?.label).toBe("Penetapan");
  expect(next).toMatchObject({ sentence: "6 piagam belum tercetak", action: "Buka dokumen" });
  expect(next.route).toMatch(new RegExp(`^/e/${editionId}/dokumen\\?key=charter%2F`));
});
