import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Design } from "../../electron/contract/designs.ts";
import { errorOf, openSample } from "../support/application.ts";
import { openSecured, type Person, readBoth } from "../support/secured.ts";
import { readPdf } from "../documents/readPdf.ts";

let sample: Awaited<ReturnType<typeof openSample>>;
beforeEach(async () => {
  sample = await openSample();
});
afterEach(() => sample.close());

const get = (key: string) => sample.api.designs.get({ editionId: sample.editionId, key });
const save = (key: string, design: Design, basedOn: string | null = null) =>
  sample.api.designs.save({ editionId: sample.editionId, key, design, basedOn });

async function textOf(file: File): Promise<string> {
  return (await readPdf(new Uint8Array(await file.arrayBuffer()))).text;
}

async function firstCharter() {
  const papers = await sample.api.documents.list({ editionId: sample.editionId });
  return papers.find(({ kind }) => kind === "charter")!;
}

async function printed(): Promise<string> {
  const { key } = await firstCharter();
  return textOf(await sample.api.documents.preview({ editionId: sample.editionId, key }));
}

async function sentencesOf({ api }: Person, editionId: number): Promise<string> {
  const all = {
    regionCode: null,
    panelistKey: null,
    text: "",
    kind: "all" as const,
    before: null,
    limit: 50,
  };
  const { entries } = await api.ledger.list({ editionId, ...all });
  return entries.map(({ sentence }) => sentence).join("\n");
}

/** A design with other words in one of its parts. */
function saying(design: Design, id: string, text: string): Design {
  const elements = design.elements.map((part) =>
    part.id === id && part.kind === "text" ? { ...part, text } : part,
  );
  return { ...design, elements };
}

const svg = (body: string) =>
  new File([`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 297 210">${body}</svg>`], "latar.svg");

test("an edition starts with three designs, and every award is printed by the first", async () => {
  const { api, editionId } = sample;
  const rows = await api.designs.list({ editionId });
  expect(rows.map(({ key, saved, awardIds }) => [key, saved, awardIds.length])).toEqual([
    ["klasik", false, 2],
    ["modern", false, 0],
    ["pesisir", false, 0],
  ]);
});

test("only what is saved is printed", async () => {
  const { api, editionId } = sample;
  const { design } = await get("klasik");
  const changed = saying(design, "pembuka", "dengan hormat diberikan kepada");
  const [recipient] = (await api.designs.recipients({ editionId })).recipients;
  const seen = await api.designs.preview({
    editionId,
    key: "klasik",
    design: changed,
    recipient: recipient!.id,
  });
  expect(await textOf(seen)).toContain("dengan hormat diberikan kepada");
  expect(await printed()).not.toContain("dengan hormat");
  await save("klasik", changed);
  expect(await printed()).toContain("dengan hormat diberikan kepada");
  await api.designs.reset({ editionId, key: "klasik" });
  expect(await printed()).not.toContain("dengan hormat");
});

test("what is shown in the studio is what the documents print, byte by byte", async () => {
  const { api, editionId } = sample;
  const { key } = await firstCharter();
  const { design } = await get("klasik");
  const seen = await api.designs.preview({ editionId, key: "klasik", design, recipient: key });
  const made = await api.documents.preview({ editionId, key });
  expect(Buffer.from(await seen.arrayBuffer()).equals(Buffer.from(await made.arrayBuffer()))).toBe(true);
});

test("an award is printed by the design chosen for it, on that design's paper", async () => {
  const { api, editionId } = sample;
  const [award] = await api.awards.list({ editionId });
  const { design } = await get("modern");
  await save("modern", { ...design, paper: "F4" });
  await api.designs.choose({ awardId: award!.id, key: "modern" });
  expect(await firstCharter()).toMatchObject({ paperSize: "F4" });
  expect(await printed()).toContain("Piagam Penghargaan");
  await api.documents.setDetails({ editionId, keys: [(await firstCharter()).key], paperSize: "A4" });
  expect(await firstCharter()).toMatchObject({ paperSize: "A4" });
});

test("the usual paper of the office is that of a design as it comes", async () => {
  await sample.api.settings.savePaperSize({ paperSize: "F4" });
  expect((await get("klasik")).design.paper).toBe("F4");
  expect(await firstCharter()).toMatchObject({ paperSize: "F4" });
});

describe("a design that cannot print is refused, and the one before stays", () => {
  test.each([
    ["an unknown placeholder", "Nomor {nomer}", /^Isian \{nomer\} tidak dikenal\. Yang tersedia: \{nama\}/],
    ["an open brace", "Nomor {nomor", /kurung kurawal/],
    ["a letter that no typeface has", "kepada 😀", /memuat huruf “😀”/],
  ])("%s", async (_, text, sentence) => {
    const { design } = await get("klasik");
    await save("klasik", saying(design, "pembuka", "kepada yang terhormat"));
    const { savedAt } = await get("klasik");
    const refused = await errorOf(save("klasik", saying(design, "pembuka", text), savedAt));
    expect(refused).toMatchObject({ code: "INVALID", message: expect.stringMatching(sentence) });
    expect(await printed()).toContain("kepada yang terhormat");
  });

  test("a name that is nowhere, or beyond the paper", async () => {
    const { design } = await get("klasik");
    const nameless = { ...design, elements: design.elements.filter(({ kind }) => kind !== "name") };
    expect((await errorOf(save("klasik", nameless))).message).toMatch(/tidak mencetak nama penerima/);
    const elements = design.elements.map((part) => (part.kind === "name" ? { ...part, y: -50 } : part));
    expect((await errorOf(save("klasik", { ...design, elements }))).message).toMatch(/keluar dari kertas/);
    const unprinted = design.elements.map((part) =>
      part.kind === "name" ? { ...part, onBlank: false } : part,
    );
    expect((await errorOf(save("klasik", { ...design, blank: true, elements: unprinted }))).message).toMatch(
      /tidak mencetak nama penerima/,
    );
  });

  test("a name that nobody can read, and a code off the paper", async () => {
    const { design } = await get("klasik");
    const changed = (kind: string, change: object) => ({
      ...design,
      elements: design.elements.map((part) => (part.kind === kind ? { ...part, ...change } : part)),
    });
    const pale = { ...design, colours: { ...design.colours, main: "#ffffff" } };
    expect((await errorOf(save("klasik", pale))).message).toMatch(/^Warna nama penerima hampir sama/);
    const tiny = changed("name", { size: 5, least: 5, w: 6, h: 2 });
    expect((await errorOf(save("klasik", tiny))).message).toMatch(/terlalu kecil untuk dibaca/);
    expect((await errorOf(save("klasik", changed("code", { x: -5 })))).message).toMatch(/^Kode verifikasi/);
    expect((await get("klasik")).saved).toBe(false);
  });

  test("a picture that is gone", async () => {
    const { design } = await get("klasik");
    const frame = { ...design.frame, kind: "picture" as const, picture: "0".repeat(64) };
    expect((await errorOf(save("klasik", { ...design, frame }))).message).toMatch(/sudah tidak ada/);
  });

  test("an emoji in a name, by the name", async () => {
    const { api, editionId } = sample;
    const magetan = (await api.regions.list({ editionId })).find(({ code }) => code === "35.20")!;
    await api.regions.update({
      regionId: magetan.id,
      head: { title: "Bupati", name: "Suprawoto 😀" },
      agency: magetan.agency,
    });
    const { design } = await get("klasik");
    const found = (await api.designs.recipients({ editionId })).recipients.find(({ name }) =>
      name.includes("😀"),
    );
    const asked = api.designs.preview({ editionId, key: "klasik", design, recipient: found!.id });
    expect((await errorOf(asked)).message).toMatch(/Nama “Suprawoto 😀”/);
  });
});

test("a change of another window is not written over", async () => {
  const { design } = await get("klasik");
  await save("klasik", saying(design, "pembuka", "satu"));
  const refused = await errorOf(save("klasik", saying(design, "pembuka", "dua")));
  expect(refused).toMatchObject({ code: "CONFLICT", message: expect.stringMatching(/jendela lain/) });
});

test("a draft that lost against another window is kept as a copy, with what it had changed", async () => {
  const { api, editionId } = sample;
  const { design } = await get("klasik");
  await save("klasik", saying(design, "pembuka", "dari jendela lain"));
  const mine = saying(design, "pembuka", "milik saya");
  expect((await errorOf(save("klasik", mine))).message).toMatch(/Simpan milik Anda sebagai salinan/);
  const copy = await api.designs.copy({ editionId, key: "klasik", name: "Salinan Klasik", design: mine });
  expect(copy.design).toEqual({ ...mine, name: "Salinan Klasik" });
  expect((await get("klasik")).design).toEqual(saying(design, "pembuka", "dari jendela lain"));
  const broken = saying(design, "pembuka", "{nomer}");
  expect(
    await errorOf(api.designs.copy({ editionId, key: "klasik", name: "Rusak", design: broken })),
  ).toMatchObject({
    code: "INVALID",
  });
});

describe("recipients to leaf through", () => {
  test("are those who receive; while that is not known, everybody of the register, marked RANCANGAN", async () => {
    const { api, editionId, panel, entry } = sample;
    expect(await api.designs.recipients({ editionId })).toMatchObject({ official: true });
    const panelistId = panel.panel[0]!;
    const { rows } = await api.sheets.grid({ roundId: panel.id, panelistId });
    const { entryId, values } = rows.find((row) => row.entryId === entry("35.20"))!;
    const changes = [{ entryId, indicatorId: panel.indicators[0]!.id, value: null, was: values[0]! }];
    await api.sheets.setScores({ roundId: panel.id, panelistId, changes });

    const { official, recipients } = await api.designs.recipients({ editionId });
    expect(official).toBe(false);
    expect(recipients.filter(({ id }) => id.startsWith("charter/"))).toEqual([]);
    const { design } = await get("pesisir");
    for (const { id, name } of [recipients[0]!, ...recipients.slice(-3)]) {
      const text = await textOf(
        await api.designs.preview({ editionId, key: "pesisir", design, recipient: id }),
      );
      expect(text.normalize()).toContain(name.normalize());
      expect(text).toContain("RANCANGAN");
    }
  });
});

describe("pictures", () => {
  const add = (picture: File) => sample.api.designs.addPicture({ editionId: sample.editionId, picture });

  test("of the office fill the page, and are kept while a design shows them", async () => {
    const { api, editionId } = sample;
    const picture = await add(svg('<rect width="297" height="210" fill="#eef"/>'));
    expect(picture).toMatchObject({ name: "latar.svg", width: 297, height: 210, vector: true });
    const { design } = await get("klasik");
    const whole = await save("klasik", {
      ...design,
      frame: { ...design.frame, kind: "picture", picture: picture.hash },
    });
    const refused = await errorOf(api.designs.removePicture({ editionId, hash: picture.hash }));
    expect(refused.message).toBe(
      'Gambar ini masih dipakai rancangan "Klasik". Lepaskan dulu dari rancangan itu.',
    );
    await save("klasik", design, whole.savedAt);
    await api.designs.removePicture({ editionId, hash: picture.hash });
    expect(await api.designs.pictures({ editionId })).toEqual([]);
  });

  test.each([
    ["a script", svg("<script>alert(1)</script>"), "INVALID", /skrip atau tautan ke luar/],
    ...[
      "<s:script>1</s:script>",
      '<style>@import "https://contoh.id/a.css";</style>',
      '<a><set attributeName="href" to="javascript:alert(1)"/></a>',
      "<style>rect{fill:u\\72l(https://contoh.id/a)}</style>",
      '<rect style="fill:u\\72l(https://contoh.id/a)"/>',
      '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
    ].map((inner): [string, File, string, RegExp] => [
      `what is as good as a script or a link: ${inner}`,
      svg(inner),
      "INVALID",
      /skrip atau tautan ke luar/,
    ]),
    [
      "an outside link",
      svg('<image href="https://contoh.id/a.png"/>'),
      "INVALID",
      /skrip atau tautan ke luar/,
    ],
    [
      "a TIFF called PNG",
      new File(["II*\0", "x".repeat(99)], "foto.png"),
      "INVALID",
      /"foto.png" berisi TIFF, bukan gambar PNG, JPEG atau SVG\. Simpan sebagai PNG atau JPEG/,
    ],
    [
      "a TIFF of 60 MB called PNG, by what it is",
      new File(["II*\0", new Uint8Array(60 * 1024 * 1024)], "foto.png"),
      "INVALID",
      /berisi TIFF/,
    ],
    [
      "letters that are still letters",
      svg("<text>Piagam</text>"),
      "INVALID",
      /memuat tulisan yang akan tercetak dengan huruf lain\. Ubah tulisannya menjadi kurva/,
    ],
    [
      "groups within groups, eight thousand deep",
      svg(`${"<g>".repeat(8000)}<path d="M0 0h9"/>${"</g>".repeat(8000)}`),
      "INVALID",
      /terlalu dalam bertumpuk/,
    ],
    ["half a drawing", svg("<g>"), "INVALID", /tidak utuh sebagai SVG/],
    [
      "60 MB",
      new File([Buffer.from("89504e470d0a1a0a", "hex"), new Uint8Array(60 * 1024 * 1024 - 8)], "foto.png"),
      "TOO_LARGE",
      /60 MB; paling besar 12 MB/,
    ],
    [
      "a PNG cut off",
      new File(
        [Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4", "base64")],
        "potong.png",
      ),
      "INVALID",
      /rusak dan tidak dapat dicetak/,
    ],
    [
      "a picture that no memory holds",
      new File(
        [Buffer.from("89504e470d0a1a0a0000000d4948445200009c4000009c400802000000", "hex")],
        "raksasa.png",
      ),
      "TOO_LARGE",
      /40000 × 40000 titik/,
    ],
  ])("that cannot be used are refused with a sentence: %s", async (_, picture, code, sentence) => {
    expect(await errorOf(add(picture))).toMatchObject({ code, message: expect.stringMatching(sentence) });
    expect(await sample.api.designs.pictures({ editionId: sample.editionId })).toEqual([]);
  });
});

test("pictures and designs that come from outside are first drawn in a process of their own", async () => {
  const { api, context, editionId } = sample;
  const run = context.work.run.bind(context.work);
  const lanes: string[] = [];
  context.work.run = (lane, ...rest) => {
    lanes.push(lane);
    return run(lane, ...rest);
  };
  await api.designs.addPicture({ editionId, picture: svg('<circle r="9"/>') });
  expect(lanes).toEqual(["apart"]);
  await api.designs.importFile({
    editionId,
    file: await api.designs.exportFile({ editionId, key: "modern" }),
  });
  expect(lanes).toEqual(["apart", "apart"]);
});

test("a design goes to another edition in one file, pictures too", async () => {
  const { api, editionId } = sample;
  const picture = await api.designs.addPicture({ editionId, picture: svg('<circle r="9"/>') });
  const { design } = await get("pesisir");
  const changed: Design = {
    ...design,
    name: "Milik kami",
    frame: { ...design.frame, kind: "picture", picture: picture.hash },
  };
  await save("pesisir", changed);
  const file = await api.designs.exportFile({ editionId, key: "pesisir" });
  expect(file.name).toBe("rancangan-milik-kami.json");
  const fields = { theme: null, organiser: null, venue: null, ceremonyDate: null, signatory: null };
  const { id: other } = await api.editions.create({ year: 2022, title: "Lain", ...fields });
  const taken = await api.designs.importFile({ editionId: other, file });
  expect(taken).toMatchObject({ key: "rancangan-1", name: "Milik kami", shipped: false, design: changed });
  expect(await api.designs.pictures({ editionId: other })).toHaveLength(1);
  expect((await api.designs.importFile({ editionId: other, file })).name).toBe("Milik kami (2)");
  await api.designs.remove({ editionId: other, key: "rancangan-2" });
  await api.designs.remove({ editionId: other, key: "rancangan-1" });
  expect(await api.designs.list({ editionId: other })).toHaveLength(3);
});

test.each([
  ["no JSON", "%PDF-1.7", /bukan rancangan piagam Lencana/],
  ["other JSON", '{"format":"lencana/edition@1"}', /bukan rancangan piagam Lencana/],
  ["half a design", '{"format":"lencana/rancangan@1","design":{},"source":null,"pictures":[]}', /tidak utuh/],
])("a file that is no design is refused: %s", async (_, text, sentence) => {
  const { api, editionId } = sample;
  const refused = await errorOf(api.designs.importFile({ editionId, file: new File([text], "a.json") }));
  expect(refused).toMatchObject({ code: "INVALID", message: expect.stringMatching(sentence) });
});

test("copies have a key of their own, and one that an award needs is not removed", async () => {
  const { api, editionId } = sample;
  const copy = await api.designs.copy({ editionId, key: "modern", name: "Modern kami" });
  expect(copy).toMatchObject({ key: "rancangan-1", shipped: false });
  const [award] = await api.awards.list({ editionId });
  await api.designs.choose({ awardId: award!.id, key: copy.key });
  expect((await errorOf(api.designs.remove({ editionId, key: copy.key }))).message).toMatch(
    /masih dipakai 1 penghargaan/,
  );
  expect((await errorOf(api.designs.remove({ editionId, key: "modern" }))).message).toMatch(
    /bawaan aplikasi/,
  );
  const next = await api.editions.clone({ editionId, year: 2022, title: "Tahun depan" });
  const rows = await api.designs.list({ editionId: next.id });
  expect(rows.find(({ key }) => key === copy.key)?.awardIds).toHaveLength(1);
});

describe("an expert's template", () => {
  const setSource = async (source: string | null) => {
    const { savedAt } = await get("klasik");
    return sample.api.designs.setSource({
      editionId: sample.editionId,
      key: "klasik",
      source,
      basedOn: savedAt,
    });
  };
  const good =
    '#import "base.typ": *\n#set page(width: 297mm, height: 210mm)\n#set text(font: data.fonts.body, fallback: false, size: 20pt)\n#data.records.map(record => [Sumber sendiri untuk #record.values.nama]).join(pagebreak())';

  test("prints once it works; a mistake is told with its line and the last good one keeps printing", async () => {
    await setSource(good);
    expect(await printed()).toContain("Sumber sendiri untuk");
    const first = await errorOf(setSource(good.replace("data.records", "data.records.slice(0, 1)")));
    expect(first.message).toMatch(/3 piagam menjadi 1 halaman/);
    const refused = await errorOf(setSource(`${good}\n#salah`));
    expect(refused).toMatchObject({
      code: "INVALID",
      message: expect.stringMatching(/^Sumber rancangan baris 5: nama “salah” tidak dikenal\./),
    });
    expect(await printed()).toContain("Sumber sendiri untuk");
    const papers = await sample.api.documents.list({ editionId: sample.editionId });
    const keys = papers.filter(({ kind }) => kind === "charter").map(({ key }) => key);
    const made = await sample.api.documents.make({ editionId: sample.editionId, keys, bundle: "onePdf" });
    expect(made.failures).toEqual([]);
    await setSource(null);
    expect(await printed()).not.toContain("Sumber sendiri");
  });

  test("is not put over what was saved while it was tried", async () => {
    const { design, savedAt } = await get("klasik");
    const key = "klasik";
    const { work } = sample.context;
    const run = work.run.bind(work);
    const meanwhile = Promise.withResolvers<void>();
    work.run = (lane, ...rest) =>
      lane === "apart" ? meanwhile.promise.then(() => run(lane, ...rest)) : run(lane, ...rest);
    const put = sample.api.designs.setSource({
      editionId: sample.editionId,
      key,
      source: good,
      basedOn: savedAt,
    });
    await save("klasik", saying(design, "pembuka", "sementara itu"));
    meanwhile.resolve();
    const refused = await errorOf(put);
    expect(refused).toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/Simpan sumber Anda ke berkas/),
    });
    expect(await get("klasik")).toMatchObject({
      expert: false,
      design: saying(design, "pembuka", "sementara itu"),
    });
  });

  test("says nothing of how large the box would set a name", async () => {
    const { api, editionId } = sample;
    const { design, savedAt } = await get("klasik");
    const elements = design.elements.map((one) =>
      one.kind === "name" ? { ...one, size: 14, least: 12 } : one,
    );
    const small = async () =>
      (await api.nameChecks.preflight({ editionId })).findings.filter(({ rule }) => rule === "small.print")
        .length;
    await save("klasik", { ...design, elements }, savedAt);
    expect(await small()).toBeGreaterThan(0);
    await setSource(good);
    expect(await small()).toBe(0);
  });

  test("that never ends, or fills the memory, is ended and said; others print on meanwhile", async () => {
    const loop =
      "#let f() = { let i = 0; while i < 9000 { let j = 0; while j < 9000 { let k = 0; while k < 9000 { k += 1 }; j += 1 }; i += 1 } }\n#f()";
    const endless = errorOf(setSource(loop));
    expect(await printed()).toContain("PIAGAM PENGHARGAAN");
    expect((await endless).message).toMatch(/tidak selesai dalam 8 detik dan dihentikan/);
    const flood = "#let f() = { let a = (); for i in range(9000) { a.push(range(100000)) }; a.len() }\n#f()";
    expect((await errorOf(setSource(flood))).message).toMatch(/menghabiskan memori|tidak selesai/);
    await setSource(good);
    expect(await printed()).toContain("Sumber sendiri untuk");
  });

  test("starts from the application's own, with its data explained", async () => {
    const { api, editionId } = sample;
    const text = await (await api.designs.exportSource({ editionId, key: "klasik" })).text();
    expect(text).toContain("data.records");
    expect((await setSource(text)).expert).toBe(true);
  });
});

test("on a secured edition every change of a design stands in its ledger, and replays", async () => {
  const secured = await openSecured({ keying: "single" });
  const { siti, andi, editionId, context } = secured;
  const { design } = await siti.api.designs.get({ editionId, key: "modern" });
  const forbidden = andi.api.designs.save({ editionId, key: "modern", design, basedOn: null });
  expect(await errorOf(forbidden)).toMatchObject({ code: "FORBIDDEN" });
  await siti.api.designs.save({ editionId, key: "modern", design: { ...design, bleed: 3 }, basedOn: null });
  const [award] = await siti.api.awards.list({ editionId });
  await siti.api.designs.choose({ awardId: award!.id, key: "modern" });
  const sentences = await sentencesOf(siti, editionId);
  expect(sentences).toContain("Rancangan piagam modern dicatat.");
  expect(sentences).toMatch(/Rancangan piagam untuk penghargaan .+ diisi "modern"\./);
  await siti.api.designs.reset({ editionId, key: "modern" });
  const { replayed, held, fault } = readBoth(context, editionId);
  expect(fault).toBeNull();
  expect(replayed).toEqual(held);
  await secured.close();
});
