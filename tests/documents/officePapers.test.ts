import { describe, expect, test } from "vitest";
import { addressLabelBlocks } from "../../electron/documents/addressLabels.ts";
import { attendanceBlocks } from "../../electron/documents/attendance.ts";
import { clauseName, decreeBlocks } from "../../electron/documents/decree.ts";
import { createPaperCompiler, type ProsePaper, renderPaper } from "../../electron/documents/index.ts";
import { invitationBlocks } from "../../electron/documents/invitation.ts";
import { announcementBlocks } from "../../electron/documents/mcAnnouncement.ts";
import { mcScriptBlocks, mcScriptSize } from "../../electron/documents/mcScript.ts";
import { presentationOrderBlocks, presentationSlots } from "../../electron/documents/presentationOrder.ts";
import { programmeBlocks } from "../../electron/documents/programme.ts";
import { tableCardBlocks } from "../../electron/documents/tableCards.ts";
import { expectInsideMargins, pointsPerMm } from "./margins.ts";
import {
  awards2021,
  decree2021,
  finalistInvitation,
  officePapers,
  order2021,
  panelistInvitation,
  prosePaper,
  script2021,
  signatory,
  signer,
} from "./officePapers2021.ts";
import { edition2021, fontFolders, must, templateFolder } from "./papers2021.ts";
import { type PdfPage, readPdf } from "./readPdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const read = async (paper: ProsePaper) => readPdf(renderPaper(compiler, paper));
const sizes = ["A4", "F4"] as const;

/** Names that a register of the province really holds, and some that it might. */
const names = [
  "A",
  "Suprawoto",
  "Dr. H. Mochamad Nur Arifin, S.E., M.M.",
  "Prof. Dr. Ir. Hj. Raden Ayu Siti Nurhaliza Kusumawardhani Prawirodirdjo, S.H., M.Si., M.Kom., Ph.D.",
  "Ma’ruf Syafi'i Nuʿmān d'Arc-Łukasiewicz Nguyễn",
  "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Tulungagung",
  "W".repeat(90),
];

/** What is set on its head, as one side of a card, is not looked at. */
function upright(page: PdfPage): PdfPage {
  return { ...page, placed: page.placed.filter(({ size }) => size > 0) };
}

function withoutSpace(text: string): string {
  return text.normalize().replaceAll(/[\s\u200b]/g, "");
}

describe.each(sizes)("every office paper of 2021 on %s", (size) => {
  test.each(officePapers(size))("%s: PDF/A-2b, on the page, CONTOH throughout", async (title, paper) => {
    const pdf = await read(paper);
    expect(pdf.title).toBe(title);
    expect(pdf.metadata).toContain("<pdfaid:part>2</pdfaid:part>");
    expect(pdf.embeddedFonts).toBe(pdf.fonts.length);
    const [short, long] = size === "A4" ? [210, 297] : [215, 330];
    for (const page of pdf.pages) {
      expect(page.width / pointsPerMm).toBeCloseTo(short, 1);
      expect(page.height / pointsPerMm).toBeCloseTo(long, 1);
      expect(page.text).toContain("CONTOH: dibuat dari data contoh");
      expectInsideMargins(upright(page));
    }
  });
});

test.each(officePapers("A4"))("%s: the same bytes for the same paper", (_, paper) => {
  const first = Buffer.from(renderPaper(compiler, paper));
  expect(first.equals(renderPaper(compiler, structuredClone(paper)))).toBe(true);
});

test.each(officePapers("F4"))("%s: a signature is never alone on its page", async (_, paper) => {
  for (const size of sizes) {
    const { pages } = await read({ ...paper, paper: size });
    for (const { text } of pages)
      expect(text).not.toMatch(/^(?:Surabaya, |Dibuat di|Ditetapkan di|KEPALA|GUBERNUR JAWA TIMUR, )/);
  }
});

describe("an invitation", () => {
  test("goes to the office of the finalist, with the weekday and the turn reckoned", async () => {
    const { text } = await read(prosePaper("u", invitationBlocks(finalistInvitation("35.23")), "A4"));
    for (const words of [
      "Surabaya, 1 Oktober 2021",
      "Yth. Bupati Tuban Aditya Halindra Faridzky",
      "Kabupaten Tuban ditetapkan sebagai finalis Kategori Pengembangan Kompetensi ASN",
      "Selasa, 5 Oktober 2021",
      "pukul 09.00 WIB s.d. selesai",
      "nomor urut 3, pukul 09.40–10.00 WIB",
      "presentasi 7 (tujuh) menit dan wawancara 13 (tiga belas) menit untuk setiap finalis",
      "mohon Bapak/Ibu Bupati Tuban hadir secara langsung",
      "Tembusan:",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/Nomor : ?(?:\. ?){10}/);
    expect(text).toMatch(/NIP (?:\. ?){10}/);
  });

  test("that speaks of an attachment has it: the order of presentation, on a page of its own", async () => {
    const { pages } = await read(prosePaper("u", invitationBlocks(finalistInvitation("35.23")), "F4"));
    expect(pages[0]?.text).toMatch(/Lampiran : ?1 \(satu\) berkas/);
    expect(
      pages
        .slice(1)
        .map(({ text }) => text)
        .join(" "),
    ).toMatch(/LAMPIRAN SURAT Nomor: .*URUTAN PRESENTASI FINALIS.*Kabupaten Tuban/);
    const without = { ...finalistInvitation("35.23"), attachment: null };
    const alone = await read(prosePaper("u", invitationBlocks(without), "F4"));
    expect(alone.pages).toHaveLength(1);
    expect(alone.text).toMatch(/Lampiran : ?–/);
  });

  test("to a panelist goes out before it is known how many present", async () => {
    const invited = { ...panelistInvitation.invited, entries: null } as typeof panelistInvitation.invited;
    const { text } = await read(prosePaper("u", invitationBlocks({ ...panelistInvitation, invited }), "A4"));
    expect(text).toContain("yang akan menilai para finalis, pada:");
  });

  test("asks a panelist to say what ties them to a finalist, and has no turn", async () => {
    const { text } = await read(prosePaper("u", invitationBlocks(panelistInvitation), "A4"));
    expect(text).toContain("Yth. Muhamad Taufik Lembaga Administrasi Negara RI");
    expect(text).toContain("yang akan menilai 5 (lima) finalis");
    expect(text).toContain("mempunyai hubungan keluarga, kedinasan, atau kepentingan lain");
    expect(text).not.toMatch(/Giliran|Tembusan/);
  });

  test("dots what is not known and invents nothing", async () => {
    const bare = {
      ...finalistInvitation("35.78"),
      attachment: null,
      place: null,
      date: null,
      occasion: { date: null, start: null, venue: null },
      presentationMinutes: null,
      interviewMinutes: null,
    };
    const { text } = await read(
      prosePaper(
        "u",
        invitationBlocks({ ...bare, invited: { ...bare.invited, turn: null } as never }),
        "A4",
        {
          date: null,
          contoh: false,
        },
      ),
    );
    expect(text).toMatch(/Hari, tanggal : ?(?:\. ?){10}/);
    expect(text).toMatch(/pukul (?:\. ?){5,} ?WIB s\.d\. selesai/);
    expect(text).toMatch(/Tempat : ?(?:\. ?){10}/);
    expect(text).not.toMatch(/null|undefined|NaN|Oktober/);
  });
});

describe("the order of presentations", () => {
  test("gives everybody a slot after the one before, with the pause between", async () => {
    expect(presentationSlots(order2021)).toEqual([
      { from: "09.00", until: "09.20" },
      { from: "09.20", until: "09.40" },
      { from: "09.40", until: "10.00" },
      { from: "10.15", until: "10.35" },
      { from: "10.35", until: "10.55" },
    ]);
    const { text } = await read(prosePaper("o", presentationOrderBlocks(order2021), "A4"));
    expect(text).toContain(
      "10.00–10.15 Istirahat 4 10.15–10.35 Kabupaten Sumenep Achmad Fauzi Bupati Sumenep",
    );
  });

  test("refuses an hour that none is, and a day that is too short", () => {
    const at = (start: string) => ({ ...order2021, occasion: { ...order2021.occasion, start } });
    expect(() => presentationSlots(at("25.00"))).toThrow("Jam “25.00” tidak terbaca");
    expect(() => presentationSlots(at("23.00"))).toThrow("melewati tengah malam");
  });

  test("has no pause after the last", () => {
    const pauses = [{ after: 5, minutes: 15, name: "Istirahat" }];
    expect(JSON.stringify(presentationOrderBlocks({ ...order2021, pauses }))).not.toContain("Istirahat");
  });
});

describe("the decree", () => {
  test("has all its parts in order, and the recipients on a page of their own", async () => {
    const { pages, text } = await read(
      must(officePapers("A4").find(([title]) => title.includes("Keputusan")))[1],
    );
    const parts = [
      "GUBERNUR JAWA TIMUR KEPUTUSAN GUBERNUR JAWA TIMUR NOMOR",
      "TAHUN 2021 TENTANG PENERIMA PENGHARGAAN ASN ACHIEVEMENT AWARDS 2021",
      "Menimbang",
      "Mengingat",
      "Memperhatikan",
      "MEMUTUSKAN:",
      "Menetapkan",
      "KESATU",
      "KEDUA",
      "KETIGA",
      "Ditetapkan di Surabaya pada tanggal",
      "Khofifah Indar Parawansa",
      "LAMPIRAN",
    ];
    const found = parts.map((part) => text.indexOf(part));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found).not.toContain(-1);
    expect(text).not.toContain("NIP");
    const list = must(pages.at(-1)).text;
    expect(list).toMatch(/^LAMPIRAN KEPUTUSAN GUBERNUR JAWA TIMUR/);
    for (const { honoured } of awards2021) for (const { name } of honoured) expect(list).toContain(name);
    expect(list).toContain("Kota Surabaya Terbaik II Kategori Pengembangan Kompetensi ASN");
  });

  test("says who bears the costs only where that is known, and counts its clauses on", () => {
    const budget = "Anggaran Pendapatan dan Belanja Daerah Provinsi Jawa Timur Tahun Anggaran 2021";
    const words = JSON.stringify(decreeBlocks({ ...decree2021, budget }));
    expect(words).toContain(`dibebankan pada ${budget}.`);
    expect(words).toContain("KEEMPAT");
    expect([1, 2, 10, 11, 21].map(clauseName)).toEqual([
      "KESATU",
      "KEDUA",
      "KESEPULUH",
      "KESEBELAS",
      "KEDUAPULUHSATU",
    ]);
  });
});

test("memo and report say results, rounds and days, each in figures and words", async () => {
  const papers = new Map(officePapers("A4"));
  for (const title of ["Nota dinas", "Laporan"]) {
    const { text } = await read(must(papers.get(title)));
    expect(text).toContain(
      "pada Kamis, 30 September 2021, diikuti 38 (tiga puluh delapan) peserta, dengan hasil Top 5.",
    );
    expect(text).toContain("dinilai oleh 5 (lima) panelis.");
    expect(text).toContain("Terbaik III Kabupaten Magetan Suprawoto Bupati Magetan 86,13");
    expect(text).toContain("Lencana Jer Basuki Mawa Beya Emas kepada kepala daerah dan Piagam Penghargaan");
    expect(text).toContain("menjadikan periksa");
  }
});

test("a single copy, legal basis or minutes is printed without a number", () => {
  const one = ["Yth. Inspektur Provinsi Jawa Timur"];
  const basis = ["Undang-Undang Nomor 5 Tahun 2014"];
  const single = [
    ...decreeBlocks({ ...decree2021, copies: one, bases: basis }),
    ...invitationBlocks({ ...panelistInvitation, copies: one }),
  ];
  const lists = single.flatMap((block) =>
    block.kind === "list"
      ? [block.items]
      : block.kind === "facts"
        ? block.rows.flatMap(({ items }) => (items ? [items] : []))
        : [],
  );
  expect(lists.filter(({ length }) => length === 1)).toEqual([]);
  expect(JSON.stringify(single)).toContain(one[0]);
});

describe("the programme", () => {
  test("keeps the order of the ceremony, with its times", async () => {
    const { text } = await read(must(new Map(officePapers("F4")).get("Susunan acara")));
    expect(text).toContain("Selasa, 12 Oktober 2021");
    expect(text).toContain("2. 08.10–08.20 Menyanyikan lagu kebangsaan Indonesia Raya Seluruh hadirin");
    expect(text).toMatch(
      /Laporan penyelenggara.*Pemberian penghargaan.*Sambutan Gubernur Jawa Timur.*Doa.*Penutup/,
    );
  });

  test("dots the times after a step whose length is not known", () => {
    const items = script2021.items.map((item) => ({ ...item, minutes: item.step === "report" ? null : 10 }));
    const occasion = { date: null, start: "08.00", venue: null };
    const rows = programmeBlocks({ ...script2021, occasion, items, place: null, date: null, signer }).flatMap(
      (block) => (block.kind === "table" ? block.rows.map((row) => row[1]) : []),
    );
    expect(rows.slice(0, 4)).toEqual(["08.00–08.10", "08.10–08.20", "08.20", [{ blank: 24 }]]);
  });
});

describe("the script to be read aloud", () => {
  const script = prosePaper("Naskah", mcScriptBlocks(script2021), "A4", {
    size: mcScriptSize,
    letterhead: null,
  });

  test("seals every winner on a page of its own, the lowest place first", async () => {
    const { pages } = await read(script);
    const sealed = pages.filter(({ text }) => text.includes("DISEGEL Terbaik"));
    expect(sealed.map(({ text }) => /Terbaik I+/.exec(text)?.[0])).toEqual([
      "Terbaik III",
      "Terbaik II",
      "Terbaik I",
    ]);
    expect(sealed[0]?.text).toContain(
      "diraih oleh Kabupaten Magetan Bupati Magetan Suprawoto menerima Lencana",
    );
    // No open page may tell who won: all finalists stand there, and nobody else.
    for (const { text } of pages.filter((page) => !sealed.includes(page))) {
      expect(text).not.toMatch(/Suprawoto|Eri Cahyadi|Maryoto Birowo/);
    }
    expect(script2021.announcements[0]?.finalists).toHaveLength(5);
  });

  test("spells a name as every other paper does, faults too", () => {
    const typed = "Dr. Drs. H. SUPRAWOTO , SH,M.Si";
    const given = script2021.announcements.map((one) => ({
      ...one,
      winners: one.winners.map((winner) => ({
        ...winner,
        honours: winner.honours.map((honour) => ({ ...honour, name: typed })),
      })),
    }));
    const said = JSON.stringify(given.flatMap(announcementBlocks)).replaceAll("\u00a0", " ");
    expect(said.split(typed)).toHaveLength(1 + 6);
  });

  test("is set large", async () => {
    const { pages } = await read(script);
    const spoken = must(pages[0]).placed.find(({ text }) => text.startsWith("Assalamualaikum"));
    expect(must(spoken).size).toBeGreaterThanOrEqual(16);
    const name = must(pages[2]).placed.find(
      ({ text }) => text.includes("Magetan") && text.includes("Kabupaten"),
    );
    expect(must(name).size).toBeGreaterThan(24);
  });

  test("warns of the region that bears the same name", () => {
    const blocks = announcementBlocks({
      category: "Bangkom Digital",
      finalists: [],
      winners: [{ place: 1, places: 1, region: "Kabupaten Kediri", twin: "Kota Kediri", honours: [] }],
    });
    expect(JSON.stringify(blocks)).toContain("Perhatikan: Kabupaten Kediri, bukan Kota Kediri.");
    expect(JSON.stringify(blocks)).toContain("Terbaik Kategori Bangkom Digital");
  });

  test("calls by the office where the name is not known", () => {
    const honours = [
      { award: "Lencana", recipient: "head" as const, name: null, position: "Wali Kota Batu" },
      { award: "Piagam", recipient: "region" as const, name: null, position: null },
    ];
    const winners = [{ place: 1, places: 3, region: "Kota Batu", twin: null, honours }];
    const blocks = announcementBlocks({ category: "A", finalists: [], winners });
    expect(blocks).toContainEqual({ kind: "name", text: "Wali Kota Batu" });
    expect(blocks).toContainEqual({ kind: "centre", text: "Pemerintah Kota Batu" });
  });
});

describe.each(sizes)("the shortest, longest and strangest names on %s", (size) => {
  const shown = async (blocks: ProsePaper["blocks"], more: Partial<ProsePaper> = {}) =>
    read(prosePaper("Nama", blocks, size, { contoh: false, letterhead: null, ...more }));

  test("stand twice on a card, inside its face", async () => {
    const pdf = await shown(
      tableCardBlocks({ cards: names.map((name) => ({ name, below: "Bupati Magetan" })) }),
    );
    expect(pdf.pages).toHaveLength(4);
    const all = withoutSpace(pdf.text);
    for (const name of names.slice(1)) expect(all.split(withoutSpace(name))).toHaveLength(3);
    for (const page of pdf.pages) expectInsideMargins(upright(page));
  });

  test("stand on a label, and one page holds fourteen", async () => {
    const addressees = [...names, ...names].map((to) => ({ to, second: to, body: null, address: null }));
    const pdf = await shown(addressLabelBlocks({ addressees, used: 0, outlined: false }));
    expect(pdf.pages).toHaveLength(1);
    for (const name of names) expect(withoutSpace(pdf.text)).toContain(withoutSpace(name));
    expectInsideMargins(must(pdf.pages[0]));
  });

  test("stand in a table and over a signature", async () => {
    const groups = [{ title: null, people: names.map((name) => ({ name, role: name })), blankRows: 2 }];
    for (const name of names) {
      const pdf = await shown(
        attendanceBlocks({
          editionTitle: edition2021.title,
          event: "Pleno",
          occasion: { date: "2024-02-29", start: "13.30", venue: "Surabaya" },
          groups,
          place: "Surabaya",
          date: "2024-02-29",
          signer: { office: "Kepala Badan", name, rank: "Pembina Utama Madya", nip: "196508171990031002" },
        }),
      );
      expect(pdf.text).toContain("Kamis, 29 Februari 2024");
      expect(pdf.text).toContain("NIP 19650817 199003 1 002");
      expect(withoutSpace(pdf.text)).toContain(withoutSpace(name));
      for (const page of pdf.pages) expectInsideMargins(page);
    }
  });

  test("are read out whole", async () => {
    const honours = (name: string) => [
      { award: "Lencana", recipient: "head" as const, name, position: "Bupati Magetan" },
    ];
    const winners = names.map((name, index) => ({
      place: index + 1,
      places: names.length,
      region: "Kabupaten Magetan",
      twin: null,
      honours: honours(name),
    }));
    const pdf = await shown(
      mcScriptBlocks({ ...script2021, announcements: [{ category: "A", finalists: [], winners }] }),
      { size: mcScriptSize },
    );
    for (const name of names) expect(withoutSpace(pdf.text)).toContain(withoutSpace(name));
    for (const page of pdf.pages) expectInsideMargins(page);
  });
});

test("an office without an honoured person yet leaves dots in the decree", async () => {
  const awards = awards2021.map((award) => ({
    ...award,
    honoured: award.honoured.map((one) => ({ ...one, name: null })),
  }));
  const { text } = await read(
    prosePaper(
      "k",
      decreeBlocks({ ...decree2021, awards, bases: [], number: "188/706/KPTS/013/2021" }),
      "A4",
    ),
  );
  expect(text).toContain("NOMOR 188/706/KPTS/013/2021 TAHUN 2021");
  expect(text).not.toMatch(/null/);
  expect(text).toContain(signatory.name);
});
