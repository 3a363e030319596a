import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findCell } from "../../electron/interchange/grid.ts";
import { cellText } from "../../electron/interchange/cellText.ts";
import { readGrid } from "../../electron/interchange/gridRead.ts";
import { readPapers } from "../../electron/services/readPapers.ts";
import { errorOf, listCharters, openSample } from "../support/application.ts";
import { makeSigner, signPdf } from "../support/signPdf.ts";

let sample: Awaited<ReturnType<typeof openSample>>;
let charters: string[];
beforeEach(async () => {
  sample = await openSample();
  charters = await listCharters(sample);
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
    const [edited] = await list();
    expect(edited).toMatchObject({ form: "docx", state: "inForce", runs: [{ target: ".docx disimpan" }] });
    // Nobody can hold what may be edited against the record.
    const answer = await scan(edited!.serial);
    expect(answer).toMatchObject({ kind: "wrong", sentence: expect.stringMatching(/\.docx, .+ disunting/) });
    expect(await stateOf("decree")).toBe("ready");
    const printed = make(["decree"], { bundle: "docx", to: "printer" });
    expect((await errorOf(printed)).message).toMatch(/\.docx tidak dicetak dari sini/);
    const minutes = (await api.documents.list({ editionId })).find(({ kind }) => kind === "minutes")!;
    const refused = await errorOf(make([charters[0]!, minutes.key], { to: "printer" }));
    expect(refused.message).toMatch(/tidak dapat dicetak sekaligus/);
    expect(await list()).toHaveLength(1);
  });

  test("keeps its serial when its design is given another name, or only what no ink tells of", async () => {
    const { api, editionId } = sample;
    const before = await proofOf(charters[0]!);
    const { design, savedAt } = await api.designs.get({ editionId, key: "klasik" });
    const elements = design.elements.map((part, index) => ({ ...part, id: `bagian-${index}` }));
    const changed = { ...design, name: "Nama lain", elements, offset: { x: 3, y: 1 } };
    const saved = await api.designs.save({ editionId, key: "klasik", design: changed, basedOn: savedAt });
    expect(await proofOf(charters[0]!)).toEqual(before);
    const moved = { ...changed, elements: elements.map((part) => ({ ...part, y: part.y + 0.1 })) };
    await api.designs.save({ editionId, key: "klasik", design: moved, basedOn: saved.savedAt });
    expect(await proofOf(charters[0]!)).not.toEqual(before);
  });

  test("that says something else by now is outdated in the register and on the list until it goes out anew", async () => {
    const key = await charterOfMagetan();
    await make([key]);
    await renameHead("Suprawoto, S.H.");
    const [old] = await list();
    expect(old!.state).toBe("outdated");
    const { api, editionId } = sample;
    const row = (await api.documents.list({ editionId })).find((paper) => paper.key === key)!;
    expect([row.state, row.why]).toEqual([
      "ready",
      `Isinya berubah sejak keluar dengan seri ${old!.serial}. Keluarkan lagi.`,
    ]);
    await make([key], { despiteNames: true });
    expect((await list()).map(({ state }) => state)).toEqual(["inForce", "replaced"]);
    await renameHead("Suprawoto");
    expect((await list()).map(({ state }) => state)).toEqual(["outdated", "inForce"]);
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
    const { serial, code } = await proofOf(key);
    expect(await scan(code!)).toMatchObject({ kind: "right" });
    expect(await stateOf(key)).toBe("printed");
    await renameHead("Suprawoto, S.H.");
    const { api, editionId } = sample;
    const row = (await api.documents.list({ editionId })).find((paper) => paper.key === key)!;
    expect([row.state, row.why]).toEqual([
      "ready",
      `Isinya berubah sejak dicetak. Cetak ulang. Tarik lembar seri ${serial}, lalu catat di Register dokumen.`,
    ]);
    await renameHead("Suprawoto");
    expect(await stateOf(key)).toBe("printed");
  });

  test("counts for what is on it: sheets of another name do not make the one of before printed", async () => {
    const key = await charterOfMagetan();
    await make([key]);
    const { serial } = await proofOf(key);
    await renameHead("Suprawoto, S.H.");
    await make([key], { despiteNames: true });
    expect(await scan((await proofOf(key)).code!)).toMatchObject({ kind: "right" });
    await renameHead("Suprawoto");
    const { api, editionId } = sample;
    const row = (await api.documents.list({ editionId })).find((paper) => paper.key === key)!;
    expect(row.state).toBe("ready");
    expect(row.why).toContain(`lembar seri ${serial} dengan isi ini belum dibaca`);
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

describe("sheets that are no longer right", () => {
  test("are told on the list, in the register and on Beranda until somebody has taken them back", async () => {
    const { api, editionId } = sample;
    const key = await charterOfMagetan();
    await make([key]);
    const { serial, code } = await proofOf(key);
    await scan(code!);
    await renameHead("Suprawoto, S.H.");
    await make([key], { despiteNames: true });
    const why = async () => (await api.documents.list({ editionId })).find((paper) => paper.key === key)!.why;
    const next = async () => (await api.editions.overview({ editionId })).next.sentence;
    // The new one went out, and the old one is still about.
    expect(await why()).toBe(`Tarik lembar seri ${serial}, lalu catat di Register dokumen.`);
    expect(await next()).toBe("1 dokumen yang tidak berlaku lagi masih ada lembarnya");
    expect((await list()).map(({ state, toWithdraw }) => [state, toWithdraw])).toEqual([
      ["inForce", false],
      ["replaced", true],
    ]);
    await api.register.withdraw({ editionId, serial: serial! });
    expect(await why()).toBe("");
    expect(await next()).not.toContain("tidak berlaku lagi");
    const gone = (await list()).find((row) => row.serial === serial)!;
    expect(gone).toMatchObject({ toWithdraw: false, seenAt: null });
    expect(gone.withdrawnAt).not.toBeNull();
    expect((await errorOf(api.register.withdraw({ editionId, serial: serial! }))).message).toMatch(
      /Tidak ada lembar .+ sudah dicatat ditarik/,
    );
    // The paper says the same again, but its sheets are gone.
    await renameHead("Suprawoto");
    expect(await stateOf(key)).toBe("ready");
    await make([key], { reason: "Nama kembali" });
    expect(await scan(code!)).toMatchObject({ kind: "right" });
    expect(await stateOf(key)).toBe("printed");
  });

  test("are those that were sent to a printer, too, and none of what was only saved", async () => {
    const key = await charterOfMagetan();
    await make([key]);
    await renameHead("Suprawoto, S.H.");
    expect((await list())[0]).toMatchObject({ state: "outdated", toWithdraw: false });
    await make([key], { despiteNames: true, to: "printer" });
    await renameHead("Suprawoto, S.Sos.");
    expect((await list()).map(({ toWithdraw }) => toWithdraw)).toEqual([true, false]);
  });

  test("of what is right are not taken back", async () => {
    await make([charters[0]!]);
    const { serial, code } = await proofOf(charters[0]!);
    await scan(code!);
    const refused = sample.api.register.withdraw({ editionId: sample.editionId, serial: serial! });
    expect(await errorOf(refused)).toMatchObject({ code: "CONFLICT" });
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

test("a charter that cannot be made yet is counted as missing, with why; one that was only typed is told apart", async () => {
  const { api, editionId } = sample;
  const key = await charterOfMagetan();
  const others = charters.filter((one) => one !== key);
  await make(others);
  for (const one of others) await scan((await proofOf(one)).serial!);
  const region = (await api.regions.list({ editionId })).find(({ code }) => code === "35.20")!;
  await api.regions.update({ regionId: region.id, head: null, agency: region.agency });
  const counts = await api.register.counts({ editionId });
  const heads = counts.find(({ missing }) => missing.some((one) => one.key === key))!;
  expect(heads).toMatchObject({ called: 3, seen: 2, typed: 2 });
  expect(heads.missing).toEqual([
    expect.objectContaining({ key, why: expect.stringMatching(/^Nama Bupati Magetan belum diisi/) }),
  ]);
});

test("a charter that went out and is nobody's any more is named, though nobody has seen its sheet", async () => {
  const { api, editionId } = sample;
  const [award] = await api.awards.list({ editionId });
  const ofAward = charters.filter((key) => key.startsWith(`charter/${award!.id}/`));
  await make(ofAward);
  const { name, recipient } = award!;
  await api.awards.update({ awardId: award!.id, name, recipient, places: 2 });
  const papers = await api.documents.list({ editionId });
  const alone = papers.filter(({ group }) => group === "Dicabut");
  expect(alone).toHaveLength(1);
  expect(alone[0]!.why).toMatch(/berubah sejak piagam ini keluar, dan daerah ini bukan penerima lagi/);
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
