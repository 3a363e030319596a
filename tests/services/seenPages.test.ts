import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pageCodes } from "../../electron/domain/paperCode.ts";
import { cellText } from "../../electron/interchange/cellText.ts";
import { findCell } from "../../electron/interchange/grid.ts";
import { readGrid } from "../../electron/interchange/gridRead.ts";
import { readPapers } from "../../electron/services/readPapers.ts";
import { recordIssues } from "../../electron/services/issuing.ts";
import { readPdf } from "../documents/readPdf.ts";
import { errorOf, openSample } from "../support/application.ts";

let sample: Awaited<ReturnType<typeof openSample>>;
let script: string;
let serial: string;
let codes: string[];
/** Before each the script has gone out; the sample's has six pages. */
beforeEach(async () => {
  sample = await openSample();
  const papers = await sample.api.documents.list({ editionId: sample.editionId });
  script = papers.find(({ kind }) => kind === "mcScript")!.key;
  const { file } = await make([script]);
  const { pages } = await readPdf(new Uint8Array(await file.arrayBuffer()));
  const { issue, paper } = await read(script);
  serial = issue!.serial;
  codes = pageCodes(paper.proof!.code!, pages.length);
});
afterEach(() => sample.close());

const make = (keys: string[], more: object = {}) =>
  sample.api.documents.make({ editionId: sample.editionId, keys, bundle: "onePdf", ...more });
const scan = (code: string) => sample.api.register.scan({ editionId: sample.editionId, code });
const read = async (key: string) => (await readPapers(sample.context, sample.editionId, [key])).papers[0]!;
const row = async (of = serial) =>
  (await sample.api.register.list({ editionId: sample.editionId })).find((one) => one.serial === of)!;
const stateOf = async (key: string) =>
  (await sample.api.documents.list({ editionId: sample.editionId })).find((paper) => paper.key === key)!
    .state;
const countOf = async (what: string) =>
  (await sample.api.register.counts({ editionId: sample.editionId })).find((one) => one.what === what)!;

async function changeTheme() {
  const { api, editionId } = sample;
  const edition = await api.editions.get({ editionId });
  await api.editions.update({ editionId, fields: { ...edition, theme: "Tema lain" } });
}

describe("a paper of several pages", () => {
  test("is noted with how many went out, one page charters with one", async () => {
    expect(codes).toHaveLength(6);
    expect(await row()).toMatchObject({ pages: 6, seenPages: [], seenAt: null });
    const papers = await sample.api.documents.list({ editionId: sample.editionId });
    const charters = papers.filter(({ kind }) => kind === "charter").map(({ key }) => key);
    const sheet = papers.find(({ key }) => key.startsWith(`scoreSheet/${sample.panel.id}`))!.key;
    await make([...charters, sheet]);
    const rows = await sample.api.register.list({ editionId: sample.editionId });
    expect(rows.filter(({ key }) => charters.includes(key)).map(({ pages }) => pages)).toEqual(
      charters.map(() => 1),
    );
    expect(rows.find(({ key }) => key === sheet)!.pages).toBe(5);
  });

  test("is printed only with its last page, and until then says which lack", async () => {
    const first = await scan(codes[1]!);
    expect(first).toMatchObject({ kind: "right", serial, page: { number: 2, of: 6 } });
    expect(first.sentence).toBe(
      "Naskah pembawa acara halaman 2 dari 6 benar; kurang halaman 1, 3, 4, 5, dan 6.",
    );
    for (const code of [codes[5]!, codes[0]!, codes[2]!, codes[3]!]) await scan(code);
    expect(await stateOf(script)).toBe("ready");
    expect(await row()).toMatchObject({ seenPages: [1, 2, 3, 4, 6], seenAt: null });
    const last = await scan(codes[4]!);
    expect(last).toMatchObject({ kind: "right", page: { number: 5, of: 6 } });
    expect(last.sentence).toBe("Naskah pembawa acara lengkap 6 halaman, benar dan tercetak.");
    expect(await stateOf(script)).toBe("printed");
    expect((await row()).seenAt).not.toBeNull();
  });

  test("names the page that comes twice, before it is complete and after", async () => {
    await scan(codes[2]!);
    const twice = await scan(codes[2]!);
    expect(twice).toMatchObject({ kind: "double", page: { number: 3, of: 6 } });
    expect(twice.sentence).toMatch(/halaman 3 sudah dibaca .+ WIB\. Bila ini lembar kedua/);
    for (const code of codes) await scan(code);
    expect(await scan(codes[0]!)).toMatchObject({ kind: "double", page: { number: 1, of: 6 } });
    expect(await stateOf(script)).toBe("printed");
  });

  test("typed by its serial asks for the page, and takes it after a slash", async () => {
    await scan(codes[0]!);
    const asked = await scan(serial);
    expect(asked.kind).toBe("page");
    expect(asked.sentence).toBe(
      `Naskah pembawa acara terdiri atas 6 halaman; ketik nomor seri beserta halamannya, misalnya ${serial}/2.`,
    );
    expect(await scan(`${serial.toLowerCase().replace("-", " ")}/2`)).toMatchObject({
      kind: "right",
      page: { number: 2, of: 6 },
    });
    expect((await scan(`${serial}/7`)).sentence).toBe(
      `Naskah pembawa acara hanya 6 halaman; ketik nomor seri beserta halamannya, misalnya ${serial}/3.`,
    );
    expect((await row()).seenPages).toEqual([1, 2]);
  });

  test("asks for the page of a sheet of before, whose code is that of the whole paper", async () => {
    const { paper } = await read(script);
    expect(await scan(paper.proof!.code!)).toMatchObject({ kind: "page", serial });
    expect(await stateOf(script)).toBe("ready");
  });

  test.each([false, true])("is taken back with all of its pages, complete or not (%s)", async (complete) => {
    const { api, editionId } = sample;
    for (const code of complete ? codes : codes.slice(0, 2)) await scan(code);
    await api.register.unsee({ editionId, serial });
    expect(await row()).toMatchObject({ seenPages: [], seenAt: null });
    expect(await stateOf(script)).toBe("ready");
    expect((await errorOf(api.register.unsee({ editionId, serial }))).message).toMatch(/belum dibaca/);
    expect(await scan(codes[0]!)).toMatchObject({ kind: "right" });
  });

  test("that is said not to be printed has no page that was seen", async () => {
    const { api, editionId } = sample;
    for (const code of codes.slice(0, 3)) await scan(code);
    await api.documents.unmarkPrinted({ editionId, keys: [script], reason: "Lembar basah" });
    expect((await row()).seenPages).toEqual([]);
  });

  test("is wrong page by page when what it says has changed, and what was seen of it is outdated", async () => {
    await scan(codes[0]!);
    await changeTheme();
    const answer = await scan(codes[1]!);
    expect(answer.kind).toBe("wrong");
    expect(answer.sentence).toMatch(/isinya berubah sejak dicetak/);
    expect(await countOf("Naskah pembawa acara")).toMatchObject({
      seen: 0,
      missing: [{ key: script, lacking: [] }],
      outdated: [{ key: script }],
    });
  });

  test("is wrong where its code is of another content", async () => {
    const wrong = await scan(`LENCANA1/${serial}/0123456789ABC/1/6`);
    expect(wrong.kind).toBe("wrong");
    expect(wrong.sentence).toMatch(/kodenya tidak cocok/);
    expect((await row()).seenPages).toEqual([]);
  });

  test("that another Lencana sets on more pages begins anew, and sheets of before are wrong", async () => {
    for (const code of codes) await scan(code);
    const { context, editionId } = sample;
    const { issue } = await read(script);
    const again = { target: "PDF disimpan", reason: "Versi baru", at: context.clock.now() };
    context.db.transaction(() =>
      recordIssues(context, editionId, [{ ...issue!, pages: 7, file: null }], again),
    )();
    expect(await row()).toMatchObject({ pages: 7, seenPages: [], seenAt: null });
    expect(await stateOf(script)).toBe("ready");
    const answer = await scan(codes[1]!);
    expect(answer.kind).toBe("wrong");
    expect(answer.sentence).toMatch(/dari cetakan 6 halaman, padahal yang berlaku 7 halaman/);
  });
});

describe("what went out before every page had a code", () => {
  beforeEach(() => {
    sample.context.db.prepare("UPDATE prints SET pages = NULL").run();
  });

  test("is printed by its one code, as it was", async () => {
    const { paper } = await read(script);
    expect((await scan(paper.proof!.code!)).sentence).toBe("Naskah pembawa acara benar dan tercetak.");
    expect(await stateOf(script)).toBe("printed");
  });

  test("cannot be told page by page, and it is said so", async () => {
    const answer = await scan(`${serial}/2`);
    expect(answer.kind).toBe("page");
    expect(answer.sentence).toMatch(/banyaknya halaman tidak tercatat; ketik nomor serinya saja/);
    expect(await stateOf(script)).toBe("ready");
  });

  test("learns from a page how many there are", async () => {
    expect(await scan(codes[3]!)).toMatchObject({ kind: "right", page: { number: 4, of: 6 } });
    expect(await row()).toMatchObject({ pages: 6, seenPages: [4], seenAt: null });
  });
});

test("a paper of one page is told by its serial, also with a 1 after it, and has no second", async () => {
  const papers = await sample.api.documents.list({ editionId: sample.editionId });
  const charter = papers.find(({ kind }) => kind === "charter")!.key;
  await make([charter]);
  const { issue } = await read(charter);
  const second = await scan(`${issue!.serial}/2`);
  expect(second.kind).toBe("page");
  expect(second.sentence).toMatch(/hanya satu halaman; ketik nomor serinya saja, misalnya /);
  expect(await scan(`${issue!.serial}/1`)).toMatchObject({ kind: "right", page: null });
});

test("a panelist's score sheets are printed with the last of them, and each says whose it is", async () => {
  const papers = await sample.api.documents.list({ editionId: sample.editionId });
  const sheet = papers.find(({ key }) => key.startsWith(`scoreSheet/${sample.panel.id}`))!;
  await make([sheet.key]);
  const { issue, paper } = await read(sheet.key);
  const sheetCodes = pageCodes(paper.proof!.code!, 5);
  const entries = paper.kind === "scoreSheet" ? paper.sheets.map(({ entry }) => entry) : [];
  const first = await scan(sheetCodes[0]!);
  expect(first).toMatchObject({ kind: "right", page: { number: 1, of: 5 } });
  expect(first.sentence).toBe(
    `${sheet.title} halaman 1 dari 5 (${entries[0]}) benar; kurang halaman 2 (${entries[1]}), 3 (${entries[2]}), 4 (${entries[3]}), dan 5 (${entries[4]}).`,
  );
  expect(await scan(sheetCodes[0]!)).toMatchObject({ kind: "double" });
  expect(await stateOf(sheet.key)).toBe("ready");
  for (const page of [2, 3, 4, 5]) await scan(`${issue!.serial}/${page}`);
  expect(await stateOf(sheet.key)).toBe("printed");
});

test("how a sheet was read is noted: by a scanner, a camera, a file, or typed", async () => {
  const papers = await sample.api.documents.list({ editionId: sample.editionId });
  const charters = papers.filter(({ kind }) => kind === "charter").map(({ key }) => key);
  await make(charters);
  const [one, two, three] = await Promise.all(charters.slice(0, 3).map(read));
  const { api, editionId } = sample;
  await scan(one!.paper.proof!.code!);
  await api.register.scan({ editionId, code: two!.paper.proof!.code!, by: "camera" });
  await api.register.scan({ editionId, code: three!.issue!.serial, by: "camera" });
  const howOf = async (named: typeof one) => (await row(named!.issue!.serial)).seenHow;
  expect([await howOf(one), await howOf(two), await howOf(three)]).toEqual(["scanner", "camera", "typed"]);
});

test("the counts call for script, decree and minutes too, and name the pages that lack", async () => {
  const kinds = (await sample.api.register.counts({ editionId: sample.editionId })).map(({ what }) => what);
  expect(kinds).toEqual(
    expect.arrayContaining(["Piagam", "Berita acara", "Keputusan", "Naskah pembawa acara"]),
  );
  expect((await countOf("Naskah pembawa acara")).missing).toEqual([
    expect.objectContaining({ key: script, lacking: [] }),
  ]);
  for (const code of codes.slice(0, 4)) await scan(code);
  expect(await countOf("Naskah pembawa acara")).toMatchObject({
    called: 1,
    seen: 0,
    missing: [{ key: script, lacking: [5, 6] }],
    outdated: [],
  });
  for (const code of codes.slice(4)) await scan(code);
  expect(await countOf("Naskah pembawa acara")).toMatchObject({ seen: 1, missing: [] });
});

test("the workbook says how many pages a paper has and which were seen", async () => {
  await scan(codes[3]!);
  await scan(codes[0]!);
  const file = await sample.api.register.exportFile({ editionId: sample.editionId });
  const grid = readGrid(new Uint8Array(await file.arrayBuffer()));
  if ("fault" in grid) throw new Error(grid.fault);
  const at = (line: number) =>
    Array.from({ length: 30 }, (_, index) => cellText(findCell(grid.sheets[0]!, line, index + 1)));
  const heads = at(3);
  const line = at(4);
  expect(line[heads.indexOf("Banyaknya halaman")]).toBe("6");
  expect(line[heads.indexOf("Halaman dibaca")]).toBe("1 dan 4");
});
