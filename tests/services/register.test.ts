import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findCell } from "../../electron/interchange/grid.ts";
import { cellText } from "../../electron/interchange/cellText.ts";
import { readGrid } from "../../electron/interchange/gridRead.ts";
import { readPapers } from "../../electron/services/readPapers.ts";
import { errorOf, openSample } from "../support/application.ts";
import { makeSigner, signPdf } from "../support/signPdf.ts";

let sample: Awaited<ReturnType<typeof openSample>>;
let charters: string[];
beforeEach(async () => {
  sample = await openSample();
  const papers = await sample.api.documents.list({ editionId: sample.editionId });
  charters = papers.filter(({ kind }) => kind === "charter").map(({ key }) => key);
});
afterEach(() => sample.close());

const make = (keys: string[], more: object = {}) =>
  sample.api.documents.make({ editionId: sample.editionId, keys, bundle: "onePdf", ...more });
const scan = (code: string) => sample.api.register.scan({ editionId: sample.editionId, code });
const list = () => sample.api.register.list({ editionId: sample.editionId });
const proofOf = async (key: string) =>
  (await readPapers(sample.context, sample.editionId, [key])).papers[0]!.paper.proof!;
const stateOf = async (key: string) =>
  (await sample.api.documents.list({ editionId: sample.editionId })).find((paper) => paper.key === key)!
    .state;

async function renameHead(name: string) {
  const { api, editionId } = sample;
  const region = (await api.regions.list({ editionId })).find(({ code }) => code === "35.20")!;
  await api.regions.update({ regionId: region.id, head: { title: "Bupati", name }, agency: region.agency });
}

/** The charter of the head whom `renameHead` renames. */
async function charterOfMagetan(): Promise<string> {
  const papers = await sample.api.documents.list({ editionId: sample.editionId });
  return papers.find(({ kind, title }) => kind === "charter" && title.includes("Bupati Magetan"))!.key;
}

describe("a paper", () => {
  test("of an open edition has a serial and a code of its content, the same each time", async () => {
    const [first, again] = [await proofOf(charters[0]!), await proofOf(charters[0]!)];
    expect(first).toEqual(again);
    expect(first.serial).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(first.code).toMatch(new RegExp(`^LENCANA1/${first.serial}/[0-9A-F]{16}$`));
    expect(new Set(await Promise.all(charters.map(async (key) => (await proofOf(key)).serial))).size).toBe(
      charters.length,
    );
  });

  test("that goes out a second time with the same content asks why, and the register says it", async () => {
    await make([charters[0]!], { to: "printer" });
    const refused = await errorOf(make([charters[0]!]));
    expect(refused).toMatchObject({ code: "CONFLICT" });
    expect(refused.message).toMatch(/sudah pernah keluar .+ Tulis alasan/);
    await make([charters[0]!], { reason: "Kertas macet" });
    const [row] = await list();
    expect(row!.runs.map(({ run, actor, target, reason }) => [run, actor, target, reason])).toEqual([
      [1, null, "printer tidak disebut (test)", null],
      [2, null, "PDF disimpan", "Kertas macet"],
    ]);
  });

  test("given to be edited carries no serial, and what cannot be printed at once is not noted as gone out", async () => {
    const { api, editionId } = sample;
    const { file } = await api.documents.make({ editionId, keys: ["decree"], bundle: "docx" });
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
    expect(
      Object.values(parts)
        .map((part) => Buffer.from(part).toString())
        .join(),
    ).not.toContain("No. seri");
    expect((await list())[0]!.runs[0]!.target).toBe(".docx disimpan");
    const minutes = (await api.documents.list({ editionId })).find(({ kind }) => kind === "minutes")!;
    const refused = await errorOf(make([charters[0]!, minutes.key], { to: "printer" }));
    expect(refused.message).toMatch(/tidak dapat dicetak sekaligus/);
    expect(await list()).toHaveLength(1);
  });

  test("with another name is another serial, goes out without asking, and replaces the one before", async () => {
    const key = await charterOfMagetan();
    await make([key]);
    await renameHead("Suprawoto, S.H.");
    await make([key], { despiteNames: true });
    expect((await list()).map(({ state }) => state)).toEqual(["inForce", "replaced"]);
  });
});

describe("a print", () => {
  const settle = (runs: { serial: string; run: number }[], outcome: "sent" | "cancelled" | "failed") =>
    sample.api.documents.settlePrint({ editionId: sample.editionId, runs, outcome });

  test("names its printer, and what became of it stands in the register", async () => {
    const { runs } = await make([charters[0]!], { to: "printer", printer: "HP LaserJet lantai 2" });
    expect((await list())[0]!.runs[0]).toMatchObject({
      target: "printer HP LaserJet lantai 2",
      outcome: null,
    });
    await settle(runs, "sent");
    expect((await list())[0]!.runs[0]!.outcome).toBe("sent");
    expect(await errorOf(settle(runs, "cancelled"))).toMatchObject({ code: "CONFLICT" });
  });

  test("that was cancelled is no paper that went out: again asks nothing, and the register keeps both", async () => {
    const { runs } = await make([charters[0]!], { to: "printer" });
    await settle(runs, "cancelled");
    expect((await list())[0]!.state).toBe("calledOff");
    const { api, editionId } = sample;
    const row = async () => (await api.documents.list({ editionId })).find(({ key }) => key === charters[0])!;
    expect((await row()).issuedAt).toBeNull();
    await make([charters[0]!], { to: "printer" });
    const [register] = await list();
    expect(register).toMatchObject({ state: "inForce", runs: [{ outcome: "cancelled" }, { outcome: null }] });
    expect((await row()).issuedAt).not.toBeNull();
  });

  test("that was called off and is seen on paper all the same counts as gone out", async () => {
    const { runs } = await make([charters[0]!], { to: "printer" });
    await settle(runs, "failed");
    expect(await scan((await proofOf(charters[0]!)).code!)).toMatchObject({ kind: "right" });
    expect((await list())[0]!.state).toBe("inForce");
  });

  test("sent from two windows at once asks the later for its reason", async () => {
    const both = await Promise.allSettled([make([charters[0]!]), make([charters[0]!])]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await list())[0]!.runs).toHaveLength(1);
  });

  test("of an earlier content that goes out once more is in force again", async () => {
    const key = await charterOfMagetan();
    await make([key], { despiteNames: true });
    const first = (await list())[0]!.serial;
    await renameHead("Suprawoto, S.H.");
    await make([key], { despiteNames: true });
    await renameHead("Suprawoto");
    await make([key], { despiteNames: true, reason: "Nama semula yang benar" });
    expect((await list()).map(({ serial, state }) => [serial === first, state])).toEqual([
      [true, "inForce"],
      [false, "replaced"],
    ]);
  });
});

test("what is taken back from printed says why, and its sheets are to be read anew", async () => {
  const { api, editionId } = sample;
  const key = charters[0]!;
  await make([key]);
  const { code } = await proofOf(key);
  await scan(code!);
  await expect(api.documents.unmarkPrinted({ editionId, keys: [key], reason: " " })).rejects.toThrow();
  expect(await stateOf(key)).toBe("printed");
  await api.documents.unmarkPrinted({ editionId, keys: [key], reason: "Lembar basah" });
  expect(await stateOf(key)).toBe("ready");
  expect(await scan(code!)).toMatchObject({ kind: "right" });
});

describe("a sheet that is scanned", () => {
  test("makes its paper printed when it is the record, and is named when it comes twice", async () => {
    const key = charters[0]!;
    await make([key]);
    expect(await stateOf(key)).toBe("ready");
    const { code, serial } = await proofOf(key);
    expect(await scan(code!)).toMatchObject({ kind: "right", serial });
    expect(await stateOf(key)).toBe("printed");
    const twice = await scan(code!);
    expect(twice.kind).toBe("double");
    expect(twice.sentence).toMatch(/sudah dibaca .+ WIB\. Bila ini lembar kedua/);
    await sample.api.register.unsee({ editionId: sample.editionId, serial: serial! });
    expect(await stateOf(key)).toBe("ready");
  });

  test("may be told by its serial, typed in small letters without the dash", async () => {
    await make([charters[0]!]);
    const { serial } = await proofOf(charters[0]!);
    expect((await scan(serial!.toLowerCase().replace("-", " "))).kind).toBe("right");
  });

  test("is wrong when what the paper says has changed since, and its paper stays unprinted", async () => {
    const key = await charterOfMagetan();
    await make([key]);
    const { code } = await proofOf(key);
    await renameHead("Suprawoto, S.H.");
    const answer = await scan(code!);
    expect(answer.kind).toBe("wrong");
    expect(answer.sentence).toMatch(/isinya berubah sejak dicetak/);
    expect(await stateOf(key)).toBe("ready");
  });

  test("leaves its paper printed only while the paper says the same", async () => {
    const key = await charterOfMagetan();
    await make([key]);
    expect(await scan((await proofOf(key)).code!)).toMatchObject({ kind: "right" });
    expect(await stateOf(key)).toBe("printed");
    await renameHead("Suprawoto, S.H.");
    const { api, editionId } = sample;
    const row = (await api.documents.list({ editionId })).find((paper) => paper.key === key)!;
    expect([row.state, row.why]).toEqual([
      "ready",
      "Isinya berubah sejak dicetak. Cetak ulang, lalu tarik lembar yang lama.",
    ]);
    await renameHead("Suprawoto");
    expect(await stateOf(key)).toBe("printed");
  });

  test("is wrong when its code carries another hash than went out", async () => {
    await make([charters[0]!]);
    const { serial } = await proofOf(charters[0]!);
    expect(await scan(`LENCANA1/${serial}/0123456789ABCDEF`)).toMatchObject({ kind: "wrong" });
  });

  test("is unknown when it never went out, or says nothing of ours", async () => {
    const { code } = await proofOf(charters[0]!);
    expect((await scan(code!)).sentence).toMatch(/tidak pernah keluar dari edisi ini/);
    expect((await scan("https://contoh.id/1")).kind).toBe("unknown");
  });

  test("of another edition names that edition", async () => {
    const { api, editionId } = sample;
    await make([charters[0]!]);
    const { code } = await proofOf(charters[0]!);
    const other = await api.editions.create({
      ...(await api.editions.get({ editionId })),
      year: 2031,
      title: "Lain",
    });
    const answer = await api.register.scan({ editionId: other.id, code: code! });
    expect(answer.kind).toBe("otherEdition");
    expect(answer.sentence).toContain("ASN Achievement Awards 2021 (2021)");
  });
});

test("the counts hold what was seen against what is called for, and name what is missing or outdated", async () => {
  const key = await charterOfMagetan();
  await make(charters);
  for (const one of charters.slice(0, 4)) await scan((await proofOf(one)).code!);
  if (!charters.slice(0, 4).includes(key)) await scan((await proofOf(key)).code!);
  await renameHead("Suprawoto, S.H.");
  const counts = (await sample.api.register.counts({ editionId: sample.editionId })).filter(
    ({ what }) => what === "Piagam",
  );
  const sum = (of: (one: (typeof counts)[number]) => number) =>
    counts.reduce((total, one) => total + of(one), 0);
  expect(sum(({ called }) => called)).toBe(6);
  expect(sum(({ seen, missing }) => seen + missing.length)).toBe(6);
  expect(counts.flatMap(({ outdated }) => outdated.map((one) => one.key))).toEqual([key]);
  expect(counts.flatMap(({ missing }) => missing.map((one) => one.key))).toContain(key);
});

test("the register is a workbook with a line for each time a paper went out", async () => {
  const { api, editionId } = sample;
  await api.documents.setDetails({ editionId, keys: [charters[0]!], number: "914/7/2021" });
  await make(charters.slice(0, 2));
  await make([charters[0]!], { reason: "Lembar hilang" });
  const file = await sample.api.register.exportFile({ editionId: sample.editionId });
  const grid = readGrid(new Uint8Array(await file.arrayBuffer()));
  if ("fault" in grid) throw new Error(grid.fault);
  const heads = Array.from({ length: 25 }, (_, at) => cellText(findCell(grid.sheets[0]!, 3, at + 1)));
  const column = (head: string) =>
    [4, 5, 6, 7].map((row) => cellText(findCell(grid.sheets[0]!, row, heads.indexOf(head) + 1)));
  expect(column("Kali ke-").filter(Boolean)).toHaveLength(3);
  expect(column("Alasan dikeluarkan lagi")).toContain("Lembar hilang");
  expect(column("Nomor")).toContain("914/7/2021");
  expect(column("Keluar")[0]).toMatch(/^\d+ \p{L}+ \d{4} pukul \d\d\.\d\d WIB$/u);
});

describe("numbers", () => {
  const pattern = (text: string) =>
    sample.api.register.savePattern({ editionId: sample.editionId, kind: "charter", pattern: text });
  const give = (keys: string[], start: number) =>
    sample.api.register.giveNumbers({ editionId: sample.editionId, keys, start });

  test("are given by the pattern in the order of the list, whatever order was asked", async () => {
    await pattern("914/{urut3}/{bulan_romawi}/213.2/{tahun}");
    const given = await give(charters.toReversed(), 9);
    expect(given.map(({ key }) => key)).toEqual(charters);
    expect(given.slice(0, 2).map(({ number }) => number)).toEqual([
      "914/009/X/213.2/2021",
      "914/010/X/213.2/2021",
    ]);
  });

  test("are refused together where one is used already, and none is given", async () => {
    await pattern("{urut}/P");
    await give(charters.slice(3, 4), 2);
    expect((await errorOf(give(charters.slice(0, 3), 1))).message).toMatch(
      /Nomor 2\/P sudah dipakai "Piagam/,
    );
    const papers = await sample.api.documents.list({ editionId: sample.editionId });
    expect(papers.filter(({ number }) => number !== null)).toHaveLength(1);
  });

  test("that clash say from which order on all are free", async () => {
    await pattern("{urut}/P");
    await give(charters.slice(3, 5), 2);
    expect((await errorOf(give(charters.slice(0, 2), 1))).message).toMatch(
      /Nomor 2\/P sudah dipakai .+ Isi "Mulai dari" dengan 4:/,
    );
    expect((await give(charters.slice(0, 2), 4)).map(({ number }) => number)).toEqual(["4/P", "5/P"]);
  });

  test("that a paper has are not given anew", async () => {
    await pattern("{urut}/P");
    await give(charters.slice(0, 1), 1);
    expect((await errorOf(give(charters.slice(0, 2), 5))).message).toMatch(/sudah bernomor 1\/P/);
  });

  test("that went out stay their paper's, also after it was given another", async () => {
    const { api, editionId } = sample;
    const set = (key: string, number: string) => api.documents.setDetails({ editionId, keys: [key], number });
    await set(charters[0]!, "914/1/2021");
    await make([charters[0]!]);
    await set(charters[0]!, "914/2/2021");
    expect((await errorOf(set(charters[1]!, "914/1/2021"))).message).toMatch(/sudah dipakai "Piagam/);
    await set(charters[0]!, "914/1/2021");
  });

  test("of another edition of the same year are taken, and it is named", async () => {
    const { api, editionId } = sample;
    const twin = await api.editions.create({
      ...(await api.editions.get({ editionId })),
      title: "Penghargaan lain",
    });
    sample.context.db.prepare("UPDATE editions SET sample = 1 WHERE id = ?").run(twin.id);
    sample.context.db
      .prepare(
        `INSERT INTO prints (edition_id, key, serial, versions, title, issued_at, number)
         VALUES (?, 'decree', 'AAAA-BBBB', '{}', 'Keputusan', '2021-10-01T00:00:00.000Z', '914/1/2021')`,
      )
      .run(twin.id);
    const taken = api.documents.setDetails({ editionId, keys: [charters[1]!], number: "914/ 1/2021" });
    expect((await errorOf(taken)).message).toMatch(/"Keputusan, edisi Penghargaan lain \(2021\)/);
  });

  test.each([
    ["914/213.2", /perlu memuat \{urut\}/],
    ["{urut}/{tahunn}", /\{tahunn\} tidak dikenal .+ \{urut3\}/],
    ["{urut}/{tahun", /tidak berpasangan/],
  ])("are not made by the pattern %s, and it is said why", async (text, why) => {
    expect((await errorOf(pattern(text))).message).toMatch(why);
  });

  test("are the same however they are spaced, and only papers of the list take one", async () => {
    const { api, editionId } = sample;
    await api.documents.setDetails({ editionId, keys: [charters[0]!], number: "914/1/2021" });
    const taken = api.documents.setDetails({ editionId, keys: [charters[1]!], number: "914/ 1/\u200b2021" });
    expect(await errorOf(taken)).toMatchObject({ code: "CONFLICT" });
    const nowhere = api.documents.setDetails({ editionId, keys: ["charter/999/999"], number: "914/2/2021" });
    expect(await errorOf(nowhere)).toMatchObject({ code: "NOT_FOUND" });
  });

  test("of a kind without a pattern are left to be typed, and it is said so", async () => {
    expect((await errorOf(give(charters, 1))).message).toMatch(/Pola nomor piagam belum ditetapkan/);
  });
});

test("the signed PDF of a paper that went out is filed with who signed, and comes back as it was", async () => {
  const { api, editionId } = sample;
  const key = charters[0]!;
  const { file } = await make([key]);
  const signed = await signPdf(
    new Uint8Array(await file.arrayBuffer()),
    await makeSigner("Khofifah Indar Parawansa"),
  );
  const given = (bytes: Uint8Array<ArrayBuffer>) =>
    api.register.fileSigned({
      editionId,
      key,
      file: new File([bytes], "tte.pdf", { type: "application/pdf" }),
    });
  expect(await given(signed)).toEqual({
    signer: "Khofifah Indar Parawansa",
    issuer: "Khofifah Indar Parawansa",
  });
  const [row] = await list();
  expect(row!.signed?.signer).toBe("Khofifah Indar Parawansa");
  const back = await api.register.signedFile({ editionId, serial: row!.serial });
  expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(signed))).toBe(true);
  const bare = await errorOf(given(new Uint8Array(await file.arrayBuffer())));
  expect(bare.message).toMatch(/tidak disimpan\. PDF ini belum ditandatangani/);
  expect((await list())[0]!.signed?.signer).toBe("Khofifah Indar Parawansa");
});
