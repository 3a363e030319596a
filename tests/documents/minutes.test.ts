import { describe, expect, test } from "vitest";
import {
  createPaperCompiler,
  type MinutesPaper,
  renderPaper,
  type Tie,
} from "../../electron/documents/index.ts";
import { fontFolders, minutes2021, must, templateFolder } from "./papers2021.ts";
import { readPdf } from "./readPdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const render = async (paper: MinutesPaper) => readPdf(renderPaper(compiler, paper));

test("the minutes of 2021 open with the date spelled out and say panel, indicators, Top 3 and signers", async () => {
  const { text } = await render(minutes2021("A4"));
  for (const part of [
    "BERITA ACARA PENILAIAN",
    "Pada hari ini Selasa tanggal lima bulan Oktober tahun dua ribu dua puluh satu (5 Oktober 2021), pukul 09.00 WIB, bertempat di Gedung Negara Grahadi, Surabaya,",
    "4. Wawan Sobari Universitas Brawijaya",
    "Panelis menilai 5 (lima) peserta dengan 4 (empat) indikator berikut.",
    "Kebijakan dan komitmen kepala daerah 30%",
    "dibulatkan sampai dua angka di belakang koma",
    "Hasil: Top 3",
    "1 Kabupaten Tulungagung Bupati Tulungagung Maryoto Birowo 86,43",
    "2 Kota Surabaya Wali Kota Surabaya Eri Cahyadi 86,21",
    "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.",
    "Surabaya, 5 Oktober 2021",
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain("Kabupaten Sumenep");
});

test("both rounds in one paper give Top 5 and Top 3", async () => {
  const { text } = await render(minutes2021("F4", [0, 1]));
  expect(text).toContain("A. Babak Seleksi indikator");
  expect(text).toContain("Penilaian dokumen dilakukan atas 38 (tiga puluh delapan) peserta");
  expect(text).toContain("5 Kabupaten Tuban Bupati Tuban Aditya Halindra Faridzky 85,33");
  expect(text).toContain("B. Babak Paparan dan wawancara");
});

test("what is not known yet is dotted, to be written by hand", async () => {
  const open = { ...minutes2021("A4"), date: null, time: null, venue: null, place: null };
  const { text } = await render(open);
  const dots = "(?:\\. ?){8,}";
  expect(text).toMatch(new RegExp(`Pada hari ini ${dots} ?tanggal ${dots} ?bulan ${dots} ?tahun ${dots}`));
  expect(text).not.toContain("pukul");
  expect(text).not.toContain("2021-");
});

test("a desk round without a panel reads on without one", async () => {
  const desk = {
    ...minutes2021("A4", [0]),
    panelists: [],
    signers: [{ name: null, role: "Ketua tim sekretariat" }],
  };
  const { text } = await render(desk);
  expect(text).toContain(
    "kami yang bertanda tangan di bawah ini telah melaksanakan penilaian babak Seleksi indikator",
  );
  expect(text).not.toContain("selaku panelis");
  expect(text).toContain("Ketua tim sekretariat");
});

test("the closing sentence and every signature share a page, however long the minutes are", async () => {
  const paper = minutes2021("A4");
  const round = must(paper.rounds[0]);
  for (let recusals = 0; recusals <= 24; recusals += 4) {
    const many = Array.from({ length: recusals }, (_, index) => ({
      panelist: "Wawan Sobari",
      entry: `Kota Uji ${index + 1}`,
      reason: "pernah menjadi tenaga ahli",
      statement: null,
    }));
    const pdf = await render({ ...paper, rounds: [{ ...round, recusals: many }] });
    const last = must(pdf.pages.at(-1)).text;
    expect(last).toContain("Demikian berita acara");
    for (const { name } of paper.signers) expect(last).toContain(must(name));
  }
});

async function say(tie: Tie): Promise<string> {
  const paper = minutes2021("A4");
  const { text } = await render({ ...paper, rounds: [{ ...must(paper.rounds[0]), ties: [tie] }] });
  return text;
}

describe("ties, decisions and recusals are said in words", () => {
  const entries = ["Kota Kediri", "Kabupaten Kediri"];
  const equal = "Kota Kediri dan Kabupaten Kediri memperoleh nilai akhir yang sama, yaitu 88,25";
  const outcome = "sehingga urutannya Kota Kediri, kemudian Kabupaten Kediri.";

  test.each([
    [
      { kind: "indicator", indicator: "Dampak bagi layanan publik" },
      `${equal}; yang didahulukan adalah yang lebih tinggi pada indikator “Dampak bagi layanan publik”, ${outcome}`,
    ],
    [
      { kind: "previousRound" },
      `${equal}; yang didahulukan adalah yang lebih tinggi nilai akhirnya pada babak sebelumnya, ${outcome}`,
    ],
    [
      { kind: "exactTotal" },
      `${equal}; yang didahulukan adalah yang lebih tinggi nilainya sebelum dibulatkan, ${outcome}`,
    ],
    [
      { kind: "median" },
      `${equal}; yang didahulukan adalah yang lebih tinggi nilai tengah (median) jumlah nilai panelisnya, ${outcome}`,
    ],
    [
      { kind: "panelistMajority" },
      `${equal}; yang didahulukan adalah yang ditempatkan lebih tinggi oleh lebih banyak panelis, ${outcome}`,
    ],
    [
      { kind: "decision", reason: "Rapat pleno\n5 Oktober 2021." },
      `${equal}; urutannya ditetapkan dengan keputusan rapat pleno panelis (Rapat pleno 5 Oktober 2021), ${outcome}`,
    ],
    [{ kind: "shared" }, `${equal}, sehingga menempati peringkat yang sama.`],
    [{ kind: "undecided" }, `${equal}, dan urutannya belum diputuskan.`],
  ] as const)("%o", async (split, sentence) => {
    expect(await say({ entries, total: "88.25", split })).toContain(sentence);
  });

  test("a recusal names panelist, entry and reason", async () => {
    const paper = minutes2021("A4");
    const recusals = [
      {
        panelist: "Wawan Sobari",
        entry: "Kota Malang",
        reason: "berdomisili di kota tersebut.",
        statement: "pernyataannya ditandatangani dengan PIN sendiri",
      },
    ];
    const { text } = await render({ ...paper, rounds: [{ ...must(paper.rounds[0]), recusals }] });
    expect(text).toContain(
      "Wawan Sobari tidak menilai Kota Malang, dengan alasan: berdomisili di kota tersebut (pernyataannya ditandatangani dengan PIN sendiri).",
    );
  });
});
