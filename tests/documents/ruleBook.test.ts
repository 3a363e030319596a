import { describe, expect, test } from "vitest";
import {
  createPaperCompiler,
  renderPaper,
  type RuleBookPaper,
  type RuleBookRound,
} from "../../electron/documents/index.ts";
import { expectInsideMargins } from "./margins.ts";
import { fontFolders, must, templateFolder } from "./papers2021.ts";
import { ruleBook2021 } from "./proofPapers2021.ts";
import { readPdf } from "./readPdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const render = async (paper: RuleBookPaper) => readPdf(renderPaper(compiler, paper));

function withRound(change: Partial<RuleBookRound>): RuleBookPaper {
  const paper = ruleBook2021("A4");
  const category = must(paper.categories[0]);
  return { ...paper, categories: [{ ...category, rounds: [{ ...must(category.rounds[1]), ...change }] }] };
}

test("the rule book of 2021 says everything that decides a result", async () => {
  const pdf = await render(ruleBook2021("A4"));
  expect(pdf.title).toBe("Tata Nilai ASN Achievement Awards 2021");
  for (const part of [
    "TATA NILAI ASN ACHIEVEMENT AWARDS 2021",
    "Versi 1 Sidik tata nilai: 7F3K-9QXM-2B4D-HJ8N",
    "hasil antara tidak dibulatkan",
    "Panelis yang berhalangan tidak menilai; nilai peserta itu dirata-ratakan atas panelis lainnya.",
    "menyebut panelis sebagai Panelis A, Panelis B, dan seterusnya",
    "oleh paling sedikit 2 (dua) dari 3 (tiga) orang berikut:",
    "3. Bambang Wirawan Pemeriksa",
    "B. Kategori Pengembangan Kompetensi ASN",
    "diikuti 38 (tiga puluh delapan) peserta",
    "1. Babak Seleksi indikator",
    "3. MERIT Nilai sistem merit 20% 0–400 0,5 terbesar",
    "Jumlah bobot 100%",
    "5 (lima) peserta dengan peringkat teratas maju ke babak berikutnya.",
    "lalu diterima atau ditolak oleh orang kedua",
    "2. Babak Paparan dan wawancara",
    "Penilaian oleh panel yang terdiri atas 5 (lima) panelis",
    "rata-rata dari seluruh panelis yang menilai",
    "Nilai akhir adalah 70% nilai babak ini ditambah 30% nilai akhir babak Seleksi indikator.",
    "Hanya nilai akhir yang dibulatkan, setengah menjauhi nol, sampai dua angka di belakang koma.",
    "oleh dua operator yang tidak melihat angka satu sama lain",
    "4. Wawan Sobari Universitas Brawijaya",
    "a. yang lebih tinggi pada indikator “Kebijakan dan komitmen kepala daerah”",
    "d. yang didahulukan oleh keputusan rapat pleno panelis",
    "1. Lencana Jer Basuki Mawa Beya Emas Kepala daerah 1 sampai 3",
    "Tata nilai versi 1 dengan sidik 7F3K-9QXM-2B4D-HJ8N ini dibaca, disetujui, dan ditandatangani oleh:",
    "ditandatangani dengan PIN oleh Siti Aminah pada 1 September 2021 pukul 09.41 WIB",
    "Surabaya, 1 September 2021",
  ]) {
    expect(pdf.text).toContain(part);
  }
  expect(pdf.text.split("ditandatangani dengan PIN oleh")).toHaveLength(2);
  expect(pdf.text).not.toContain("Alasan perubahan");
  for (const [index, page] of pdf.pages.entries()) {
    expect(page.text).toContain(`Halaman ${index + 1} dari ${pdf.pages.length}`);
  }
});

test("an amendment says its number and reason, and an open book that it has no hash yet", async () => {
  const { text, title } = await render({
    ...ruleBook2021("F4"),
    version: 3,
    reason: "Bobot indikator dampak dinaikkan.",
    shortHash: null,
    rancangan: true,
  });
  expect(title).toBe("Tata Nilai ASN Achievement Awards 2021 versi 3");
  expect(text).toContain("Versi 3 (Perubahan ke-2)");
  expect(text).toContain("Alasan perubahan: Bobot indikator dampak dinaikkan.");
  expect(text).toContain("Sidik tata nilai: belum ditetapkan");
  expect(text).toContain("RANCANGAN: belum final");
});

describe("each rule has its sentence", () => {
  test.each([
    [{ aggregate: "median" }, "nilai tengah (median) dari seluruh panelis yang menilai"],
    [{ aggregate: "trimmedMean" }, "bila hanya ada kurang dari tiga nilai,"],
    [{ decimals: 0 }, "setengah menjauhi nol, sampai bilangan bulat."],
    [{ advance: { atLeast: "80.5" } }, "Peserta dengan nilai akhir paling sedikit 80,5 maju"],
    [{ keying: "single" }, "Setiap lembar nilai diketik satu kali oleh seorang operator."],
    [{ carry: null }, "Nilai akhir adalah jumlah nilai indikator menurut bobotnya."],
    [{ tieBreak: ["exactTotal"] }, "hasil babak itu tidak dapat ditetapkan."],
    [{ tieBreak: [] }, "Peserta yang nilai akhirnya sama menempati peringkat yang sama, kecuali"],
    [{ quorum: 4 }, "Setiap peserta dinilai oleh paling sedikit 4 (empat) panelis yang tidak berhalangan."],
  ] satisfies [Partial<RuleBookRound>, string][])("%o", async (change, sentence) => {
    expect((await render(withRound(change))).text).toContain(sentence);
  });

  test("named panelists too, and a book without policy names no signers of one", async () => {
    const paper = ruleBook2021("A4");
    const named = { ...paper, policy: { ...must(paper.policy), panelistNames: "named" as const } };
    expect((await render(named)).text).toContain("Dokumen untuk pihak luar menyebut nama setiap panelis.");
    const { text } = await render({ ...paper, policy: null });
    expect(text).not.toContain("paling sedikit 2 (dua)");
  });

  test("weights that do not sum to 100 are added up as they are", async () => {
    const indicators = must(must(ruleBook2021("A4").categories[0]).rounds[1]).indicators.slice(1);
    const odd = indicators.map((indicator, index) =>
      index === 0 ? { ...indicator, weight: "0.105" } : indicator,
    );
    expect((await render(withRound({ indicators: odd }))).text).toContain("Jumlah bobot 45,105%");
  });
});

test.each(["A4", "F4"] as const)(
  "many indicators and panelists on %s stay on their pages, with a head on each and names read back",
  async (size) => {
    const base = withRound({});
    const category = must(base.categories[0]);
    const round = must(category.rounds[0]);
    const panel = Array.from({ length: 15 }, (_, index) => ({
      name: index === 7 ? "W".repeat(90) : `Prof. Dr. Panelis ${index + 1}, M.Si.`,
      institution: "Universitas Airlangga",
    }));
    const indicators = Array.from({ length: 40 }, (_, index) => ({
      ...must(round.indicators[0]),
      code: index === 3 ? "KODE_YANG_PANJANG_SEKALI_TANPA_SPASI" : `IND${index + 1}`,
      name: `Penyelenggaraan sistem merit ${index + 1}`,
      direction: "lower" as const,
    }));
    const rounds = [{ ...round, panel, indicators }, round];
    const pdf = await render({ ...base, paper: size, categories: [{ ...category, rounds }, category] });
    for (const page of pdf.pages) expectInsideMargins(page);
    for (let index = 1; index <= 40; index += 1) {
      expect(pdf.text).toContain(`Penyelenggaraan sistem merit ${index} `);
    }
    expect(pdf.text).toContain("terkecil");
    const heads = pdf.pages.filter(({ text }) => text.includes("Kode Indikator Bobot Skala"));
    expect(heads.length).toBeGreaterThan(2);
  },
);
