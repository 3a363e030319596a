import { describe, expect, test } from "vitest";
import { charterReason } from "../../electron/documents/charterValues.ts";
import {
  type Charter,
  type CharterPaper,
  createPaperCompiler,
  renderPaper,
} from "../../electron/documents/index.ts";
import { charters2021, fontFolders, must, templateFolder } from "./papers2021.ts";
import { readPdf } from "./readPdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const innerEdgePoints = 49;

function withNames(names: string[], size: "A4" | "F4" = "A4"): CharterPaper {
  const paper = charters2021(size);
  const first = must(paper.charters[0]);
  const charters = names.map(
    (name): Charter => ({
      ...first,
      recipient: { kind: "head", name, position: "Bupati Magetan", region: "Kabupaten Magetan" },
    }),
  );
  return { ...paper, contoh: false, charters };
}

const render = async (paper: CharterPaper) => readPdf(renderPaper(compiler, paper));

describe("the three charters for heads and three for agencies of 2021", () => {
  test("say who, for what, from whom and when", async () => {
    const pdf = await render(charters2021("A4"));
    expect(pdf.pages).toHaveLength(6);
    const head = must(pdf.pages[2]).text;
    for (const line of [
      "GUBERNUR JAWA TIMUR",
      "PIAGAM PENGHARGAAN",
      "diberikan kepada",
      "Suprawoto",
      "Bupati Magetan",
      "atas kepemimpinan dan prestasinya mengantarkan Kabupaten Magetan sebagai",
      "Terbaik III Kategori Pengembangan Kompetensi ASN",
      "pada ASN Achievement Awards 2021 dengan tema “Jatim Bangkit”",
      "dan dianugerahi Lencana Jer Basuki Mawa Beya Emas",
      "Surabaya, 12 Oktober 2021",
      "Khofifah Indar Parawansa",
    ]) {
      expect(head).toContain(line);
    }
    const agency = must(pdf.pages[5]).text;
    expect(agency).toContain("Perangkat daerah kepegawaian Kabupaten Magetan");
    expect(agency).toContain("atas kinerja dan dukungannya mengantarkan Kabupaten Magetan sebagai");
    expect(agency).not.toContain("dianugerahi");
    expect(`${head}${agency}`).not.toContain("NIP");
  });

  test("leave number and date dotted while they are not known", async () => {
    const paper = charters2021("A4");
    const open = must((await render({ ...paper, date: null })).pages[0]).text;
    expect(open).toMatch(/Nomor: (?:\. ?){10}/);
    expect(open).toMatch(/Surabaya, ?(?:\. ?){10}/);
    const charters = paper.charters.map((charter) => ({ ...charter, number: "914/477/213.2/2021" }));
    expect(must((await render({ ...paper, charters })).pages[0]).text).toContain("Nomor: 914/477/213.2/2021");
  });

  test("are one page each in one PDF, and title the PDF by the name when alone", async () => {
    const paper = charters2021("F4");
    const alone = await render({ ...paper, charters: paper.charters.slice(0, 1) });
    expect(alone.pages).toHaveLength(1);
    expect(alone.title).toBe("Piagam Penghargaan Maryoto Birowo");
  });
});

describe("a name on a charter", () => {
  const names = [
    "A",
    "Ö",
    "Suprawoto",
    "Dr. Ir. H. Achmad Fauzi Wongsojudo, S.H., M.Si., M.H.",
    "Prof. Dr. Ir. Hj. Raden Ayu Siti Nurhaliza Kusumawardhani Prawirodirdjo, S.H., M.Si., M.Kom., Ph.D.",
    "Ma’ruf Syafi'i Nuʿmān d'Arc-Łukasiewicz Nguyễn",
    "Thomas Griffith Khofifah Officium",
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Tulungagung",
    "Kusumawardhana ".repeat(14).slice(0, 200).trim(),
  ];

  test.each(["A4", "F4"] as const)("comes back letter by letter from the PDF on %s", async (size) => {
    const pdf = await render(withNames(names, size));
    for (const [index, name] of names.entries()) {
      expect(must(pdf.pages[index]).text.normalize()).toContain(name.normalize());
    }
  });

  test.each(["A4", "F4"] as const)(
    "of 200 letters, even without a space, stays inside the frame on %s",
    async (size) => {
      const long = [
        "W".repeat(200),
        "i".repeat(200),
        "Wahyu ".repeat(33).trim(),
        `${"W".repeat(120)} ${"m".repeat(79)}`,
      ];
      const pdf = await render(withNames([...names, ...long], size));
      expect(pdf.pages).toHaveLength(names.length + long.length);
      for (const page of pdf.pages) {
        for (const { text, left, right, baseline, size: points } of page.placed) {
          expect.soft(left, text).toBeGreaterThan(innerEdgePoints);
          expect.soft(right, text).toBeLessThan(page.width - innerEdgePoints);
          expect.soft(baseline, text).toBeGreaterThan(innerEdgePoints);
          expect.soft(points, text).toBeGreaterThan(6);
        }
      }
      expect(must(pdf.pages[names.length]).text.replaceAll(" ", "")).toContain("W".repeat(200));
    },
  );

  test("is set as large as it fits: one line, then two of about the same width, never less than readable", async () => {
    const pdf = await render(withNames(names));
    const linesOf = (page: number) => {
      const placed = must(pdf.pages[page]).placed;
      const from = placed.findIndex(({ text }) => text.includes("diberikan kepada"));
      const to = placed.findIndex(({ text }) => text.includes("Bupati Magetan"));
      const lines = new Map<number, { left: number; right: number; size: number }>();
      for (const { left, right, baseline, size } of placed.slice(from + 1, to)) {
        const line = lines.get(Math.round(baseline));
        lines.set(Math.round(baseline), {
          left: Math.min(left, line?.left ?? left),
          right: Math.max(right, line?.right ?? right),
          size,
        });
      }
      return [...lines.values()];
    };
    expect(linesOf(2)).toHaveLength(1);
    expect(must(linesOf(2)[0]).size).toBeCloseTo(36);
    expect(linesOf(3)).toHaveLength(1);
    expect(must(linesOf(3)[0]).size).toBeGreaterThanOrEqual(25);
    const [upper, lower] = linesOf(4).map(({ left, right }) => right - left);
    expect(linesOf(4)).toHaveLength(2);
    expect(must(linesOf(4)[0]).size).toBeGreaterThan(20);
    expect(Math.abs(must(upper) - must(lower)) / must(upper)).toBeLessThan(0.35);
    for (const { size } of linesOf(8)) expect(size).toBeGreaterThan(14);
  });
});

test("a charter with every line as long as it may be still is one page", async () => {
  const paper = withNames(["Wahyuningsih ".repeat(15).trim()]);
  const charters = paper.charters.map((charter) => ({
    ...charter,
    category: "Pengembangan Kompetensi Aparatur ".repeat(6).trim(),
    award: "Lencana Jer Basuki Mawa Beya Emas ".repeat(6).trim(),
    recipient: {
      kind: "head" as const,
      name: charter.recipient.name,
      position: "Bupati Magetan ".repeat(13).trim(),
      region: "Kabupaten Magetan",
    },
  }));
  const own = paper.charters.map((charter) => ({
    ...charter,
    reason: "atas pengabdiannya ".repeat(60).trim(),
  }));
  const pdf = await render({ ...paper, charters: [...charters, ...own] });
  expect(pdf.pages).toHaveLength(2);
  for (const page of pdf.pages) {
    for (const { text, baseline } of page.placed) expect(baseline, text).toBeGreaterThan(innerEdgePoints);
  }
});

describe("the wording of a charter", () => {
  const charter: Charter = {
    number: null,
    recipient: { kind: "region", name: "Kota Kediri" },
    place: 2,
    places: 3,
    category: "Bangkom Digital",
    award: "Lencana Emas",
    reason: null,
  };
  const edition = { title: "ASN Achievement Awards 2022", theme: null };

  test("names the place where an award has several, and only Terbaik where it has one", () => {
    expect(charterReason(charter, edition).distinction).toBe("Terbaik II Kategori Bangkom Digital");
    expect(charterReason({ ...charter, place: 1, places: 1 }, edition).distinction).toBe(
      "Terbaik Kategori Bangkom Digital",
    );
    expect(charterReason({ ...charter, place: null }, edition).distinction).toBe(
      "Peserta Kategori Bangkom Digital",
    );
  });

  test("leaves the theme out where the edition has none", () => {
    expect(charterReason(charter, edition).occasion).toBe("pada ASN Achievement Awards 2022");
  });

  test("honours a region as its government", async () => {
    const pdf = await render({ ...charters2021("A4"), charters: [charter] });
    expect(pdf.text).toContain("Pemerintah Kota Kediri");
    expect(pdf.text).toContain("atas prestasinya sebagai");
  });

  test("thanks a panelist, without a place and without an award", async () => {
    const [name, institution] = ["Prof. Dr. Jusuf Irianto, M.Com.", "Universitas Airlangga"];
    const thanked = (categories: string[]) => ({
      ...charter,
      recipient: { kind: "panelist" as const, name, institution, categories },
    });
    const charters = [["Bangkom Digital", "Bangkom Adaptif"], []].map(thanked);
    const pdf = await render({ ...charters2021("A4"), charters });
    expect(pdf.pages[0]?.text).toContain(
      `${name} ${institution} atas peran serta dan dedikasinya sebagai Panelis Kategori Bangkom Digital dan Bangkom Adaptif pada ASN Achievement Awards 2021`,
    );
    expect(pdf.pages[1]?.text).toContain("dedikasinya sebagai Panelis pada ASN Achievement Awards 2021");
    expect(pdf.text).not.toMatch(/Terbaik|dianugerahi/);
  });

  test("gives way to the office's own sentence", async () => {
    const own = { ...charter, reason: "atas jasanya membina aparatur" };
    const pdf = await render({ ...charters2021("A4"), charters: [own] });
    expect(pdf.text).toContain("atas jasanya membina aparatur");
    expect(pdf.text).not.toContain("Terbaik");
  });
});
