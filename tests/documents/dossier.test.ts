import { describe, expect, test } from "vitest";
import { createPaperCompiler, type DossierPaper, renderPaper } from "../../electron/documents/index.ts";
import { missingGlyphError } from "../../electron/documents/missingGlyph.ts";
import { expectInsideMargins } from "./margins.ts";
import { fontFolders, must, templateFolder } from "./papers2021.ts";
import { dossier2021, proof2021 } from "./proofPapers2021.ts";
import { readPdf } from "./readPdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const render = async (paper: DossierPaper) => readPdf(renderPaper(compiler, paper));
const magetan = (size: "A4" | "F4" = "A4") => dossier2021(size, "35.20");

function large(size: "A4" | "F4", indicators: number, panelists: number, lines: number): DossierPaper {
  const base = magetan(size);
  const value = must(must(base.indicators[0]).values[0]);
  return {
    ...base,
    panelists: Array.from(
      { length: panelists },
      (_, index) => `Prof. Dr. Kusumawardhani ${index + 1}, M.Si.`,
    ),
    indicators: Array.from({ length: indicators }, (_, row) => ({
      ...must(base.indicators[0]),
      code: `IND${row + 1}`,
      name: `Penyelenggaraan sistem merit ${row + 1}`,
      values: Array.from({ length: panelists }, (__, column) => ({
        ...value,
        value: `${row + 1}.${String(column + 1).padStart(3, "0")}`,
        normalised: "100.0000",
      })),
    })),
    ledger: Array.from({ length: lines }, (_, index) => ({
      ...must(base.ledger[index % 2]),
      seq: 7000 + index,
    })),
  };
}

test("the dossier of Kabupaten Magetan says why it is third, down to the single value", async () => {
  const paper = magetan();
  const pdf = await render(paper);
  expect(pdf.title).toBe(
    "Berkas Keberatan Kabupaten Magetan Paparan dan wawancara ASN Achievement Awards 2021",
  );
  const cover = must(pdf.pages[0]).text;
  for (const part of [
    "BERKAS KEBERATAN ASN ACHIEVEMENT AWARDS 2021 Kabupaten Magetan Bupati Magetan Suprawoto",
    "Peringkat : 3 dari 5 peserta",
    "Nilai akhir : 86,13",
    "Versi hasil : 2",
    "Segel : Disegel pada 5 Oktober 2021 pukul 16.20 WIB, ditandatangani Siti Aminah (sekretaris); Muhamad Taufik (ketua panelis)",
    `Tata nilai : ${proof2021.ruleBook}`,
    `Kepala buku catatan : ${proof2021.head}`,
  ]) {
    expect(cover).toContain(part);
  }
  const body = must(pdf.pages[1]).text;
  for (const { name, code, weight, values, aggregate, points } of paper.indicators) {
    expect(body.replaceAll(`${code} · skala 0–100, kelipatan 1 `, "")).toContain(
      [
        name,
        `${weight}%`,
        ...values.flatMap(({ value, normalised }) => [must(value), must(normalised).replace(".", ",")]),
        must(aggregate).replace(".", ","),
        must(points).replace(".", ","),
      ].join(" "),
    );
  }
  for (const part of [
    "25,9800 + 21,7000 + 21,7000 + 17,0400 = 86,4200.",
    "Tidak ada peserta lain dengan nilai akhir yang sama.",
    "2 Kota Surabaya 86,21 0,08 lebih tinggi 3 Kabupaten Magetan 86,13 peserta ini 4 Kabupaten Sumenep 84,77 1,36 lebih rendah",
    "Rantai buku catatan utuh dari catatan pertama sampai kepala terpenuhi",
    "oleh Panelis A diubah 84 → 85",
  ]) {
    expect(body).toContain(part);
  }
});

test("the table of contents leads to the page where each part begins", async () => {
  const pdf = await render(large("A4", 20, 15, 200));
  const cover = must(pdf.pages[0]).text;
  for (const [name, first] of [
    ["Nilai setiap indikator dan panelis", "A. Nilai setiap indikator dan panelis Angka atas"],
    ["Perhitungan langkah demi langkah", "B. Perhitungan langkah demi langkah 1."],
    ["Petikan buku catatan tentang peserta ini", "F. Petikan buku catatan tentang peserta ini Nomor"],
    ["Surat jawaban atas keberatan", "Hal : Jawaban atas keberatan"],
  ] as const) {
    const page = pdf.pages.findIndex(({ text }) => text.includes(first)) + 1;
    expect(page, name).toBeGreaterThan(1);
    expect(cover).toMatch(new RegExp(`${name} [. ]+${page} `));
  }
});

describe.each(["A4", "F4"] as const)("a dossier on %s", (size) => {
  test.each([
    [4, 5, 0],
    [4, 5, 200],
    [4, 15, 2],
    [20, 5, 2],
    [20, 15, 200],
  ])(
    "of %i indicators, %i panelists and %i ledger lines loses nothing",
    async (indicators, panelists, lines) => {
      const paper = large(size, indicators, panelists, lines);
      const pdf = await render({ ...paper, rancangan: true });
      for (const [index, page] of pdf.pages.entries()) {
        expectInsideMargins(page);
        expect(page.text).toContain(`Halaman ${index + 1} dari ${pdf.pages.length}`);
        expect(page.text).toContain("Berkas keberatan · Kabupaten Magetan");
      }
      const figures = new Set(pdf.text.match(/\d+,\d{3}(?!\d)/g));
      for (const { values } of paper.indicators) {
        for (const { value } of values) expect(figures.has(must(value).replace(".", ","))).toBe(true);
      }
      for (let panelist = 1; panelist <= panelists; panelist += 1) {
        expect(pdf.text).toContain(`Kusumawardhani ${panelist}, M.Si.`);
      }
      for (let line = 0; line < lines; line += 1) {
        expect(pdf.text).toContain(` 7.${String(line).padStart(3, "0")} 5 Oktober 2021`);
      }
      if (lines === 0) expect(pdf.text).toContain("Buku catatan tidak memuat catatan tentang peserta ini");
      const withLines = pdf.pages.filter(({ text }) => / 7\.\d{3} 5 Oktober/.test(text));
      for (const page of withLines) expect(page.text).toContain("No. Waktu Pelaku Perbuatan Lama → baru");
      // The letter is a page of its own, the last one.
      const letters = pdf.pages.filter(({ text }) => text.includes("Yth. Bupati Magetan"));
      expect(letters).toEqual([must(pdf.pages.at(-1))]);
      expect(must(letters[0]).text).toContain("Kepala Badan Pengembangan Sumber Daya Manusia,");
    },
  );
});

test("a ledger that is not printed whole says how much of it is left out", async () => {
  const whole = await render(magetan());
  expect(whole.text).not.toContain("catatan yang lebih lama");
  const cut = await render({ ...magetan(), ledgerOmitted: 31 });
  expect(cut.text).toContain("31 (tiga puluh satu) catatan yang lebih lama tidak dimuat di sini");
});

test("values that do not count, are missing or recused say so in words", async () => {
  const paper = magetan();
  const [first, ...others] = paper.indicators;
  const values = must(first).values.map((value, index) => {
    if (index === 0) return { ...value, counted: false };
    if (index === 1) return { value: null, normalised: null, recused: true, counted: false };
    return index === 2 ? { value: null, normalised: null, recused: false, counted: false } : value;
  });
  const { text } = await render({ ...paper, indicators: [{ ...must(first), values }, ...others] });
  expect(text).toContain("88 88,0000 tak dihitung TM – 86");
  expect(text).toContain("TM: panelis tidak menilai peserta ini karena berhalangan.");
  expect(text).toContain("Nilai bertanda “tak dihitung” tidak masuk nilai indikator");
  expect(text).toContain("Tanda – berarti nilai belum ada.");
});

test("ties say what was compared in turn, with figures, and what came of it", async () => {
  const tie = { reason: null, above: true };
  const { text } = await render({
    ...magetan(),
    ties: [
      {
        ...tie,
        other: "Kota Surabaya",
        comparisons: [
          { key: "indicator:DAMPAK", own: "86.8000", other: "86.8000" },
          { key: "exactTotal", own: "86.1312", other: "86.1287" },
        ],
      },
      {
        other: "Kabupaten Sumenep",
        comparisons: [{ key: "decision", own: "1", other: "2" }],
        above: false,
        reason: "Rapat pleno\n5 Oktober 2021.",
      },
      { ...tie, other: "Kabupaten Tuban", comparisons: [], above: null },
    ],
  });
  for (const part of [
    "1. Nilai indikator “Dampak bagi layanan publik” 86,8000 86,8000 sama",
    "2. Nilai akhir sebelum dibulatkan 86,1312 86,1287 lebih tinggi",
    "Karena itu Kabupaten Magetan ditempatkan di atas Kota Surabaya.",
    "1. Keputusan rapat pleno panelis – – dikemudiankan",
    "di bawah Kabupaten Sumenep. Alasan keputusan: Rapat pleno 5 Oktober 2021.",
    "sehingga Kabupaten Magetan dan Kabupaten Tuban menempati peringkat yang sama.",
    "Nilai akhir yang sama diperoleh Kota Surabaya, Kabupaten Sumenep, dan Kabupaten Tuban; penentu urutannya",
  ]) {
    expect(text).toContain(part);
  }
});

describe("the letter of reply", () => {
  const letterOf = async (paper: DossierPaper) => must((await render(paper)).pages.at(-1)).text;

  test("fills in what is known", async () => {
    const text = await letterOf({
      ...magetan(),
      reply: {
        number: "800/114/204.1/2021",
        objection: { number: "130/77/403.012/2021", date: "2021-10-11" },
        addressee: "Bupati Magetan",
        place: "Surabaya",
        date: "2021-10-14",
        signatory: { name: "Aries Agung Paewai", title: "Kepala Badan Pengembangan Sumber Daya Manusia" },
      },
    });
    for (const part of [
      "Surabaya, 14 Oktober 2021",
      "Nomor : 800/114/204.1/2021",
      "Kepada Yth. Bupati Magetan",
      "surat Saudara Nomor 130/77/403.012/2021 tanggal 11 Oktober 2021 perihal keberatan",
      "Kabupaten Magetan memperoleh nilai akhir 86,13 dan menempati peringkat 3 dari 5 peserta.",
      "menurut tata nilai dengan sidik 7F3K-9QXM-2B4D-HJ8N; setiap nilai",
      "Peserta terdekat dengan Kabupaten Magetan adalah Kota Surabaya tepat di atasnya dengan nilai akhir 86,21 (selisih 0,08) dan Kabupaten Sumenep tepat di bawahnya dengan nilai akhir 84,77 (selisih 1,36).",
      "Seluruh 4 (empat) pemeriksaan atas hasil ini terpenuhi (bagian E).",
      `Hasil babak ini (versi 2) disegel pada 5 Oktober 2021 pukul 16.20 WIB dan tercatat dalam buku catatan dengan kepala ${proof2021.head}.`,
      "Aries Agung Paewai",
    ]) {
      expect(text).toContain(part);
    }
  });

  test("leaves dots where nothing is known, and claims no seal that is not there", async () => {
    const paper = magetan();
    const text = await letterOf({
      ...paper,
      proof: null,
      seal: null,
      corrections: [],
      total: null,
      rank: null,
      above: [],
      below: [],
      checks: [...paper.checks, { sentence: "Tanda tangan segel lengkap", holds: false }],
      reply: { ...paper.reply, addressee: null, place: null, signatory: { name: null, title: null } },
    });
    const dots = "(?:\\. ?){8,}";
    expect(text).toMatch(new RegExp(`Nomor : ${dots}`));
    expect(text).toMatch(new RegExp(`Yth\\. ${dots}`));
    expect(text).toContain("nilai akhir Kabupaten Magetan belum lengkap.");
    expect(text).toContain("Dari 5 (lima) pemeriksaan atas hasil ini, 1 (satu) tidak terpenuhi (bagian E).");
    expect(text).toContain("Hasil babak ini belum disegel dan masih dapat berubah.");
    expect(text).not.toContain("Peserta terdekat");
    expect(text).not.toMatch(/sidik|kepala [0-9A-Z]{4}-/);
  });
});

test("long words of names, acts and values break inside their columns", async () => {
  const paper = magetan();
  const long = "Antikonstitusionalisasi".repeat(6);
  const pdf = await render({
    ...paper,
    entry: `Kabupaten ${long}`,
    panelists: paper.panelists.map(() => long),
    indicators: paper.indicators.map((indicator) => ({ ...indicator, code: long, name: long })),
    ledger: [
      { seq: 123456, time: "5 Oktober 2021 pukul 10.00 WIB", who: long, what: long, old: long, new: long },
    ],
    above: [{ rank: 1, entry: long, total: "90.00" }],
  });
  const inner = pdf.pages.slice(1, -1);
  expect(inner.length).toBeGreaterThan(0);
  for (const page of inner) expectInsideMargins(page);
});

test("a character that no font has is named by the field it stands in", () => {
  const paper = { ...magetan(), steps: ["Jumlah ☃"] };
  expect(() => renderPaper(compiler, paper)).toThrow(missingGlyphError("☃", paper).message);
  expect(missingGlyphError("☃", paper).message).toContain("Langkah perhitungan “Jumlah ☃” memuat huruf");
});
