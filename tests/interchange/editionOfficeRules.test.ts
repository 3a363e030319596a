import { describe } from "vitest";
import { type Change, desk, expectedName, panel, refuses } from "../support/refusedEdition.ts";

const office = (part: object): Change => ["edition.office", part];
const ceremony = (part: object): Change => office({ ceremony: part });
const event = (part: object): Change => [`${panel}.event`, part];
const line = "teks 1–600 huruf";

describe("the office's details are refused when", () => {
  const path = "$.edition.office";
  refuses([
    [
      "they are text",
      [["edition.office", "BPSDM"]],
      path,
      'Tertulis teks "BPSDM"; seharusnya objek keterangan surat dan acara.',
    ],
    [
      "they hold a NIP, which stays out of the file",
      [office({ signer: { nip: "196504121990031001" } })],
      `${path}.signer.nip`,
      "Kunci ini tidak dikenal; yang dikenal di sini hanya office, name, rank.",
    ],
    [
      "an unknown key stands among them",
      [office({ guests: [] })],
      `${path}.guests`,
      "Kunci ini tidak dikenal; yang dikenal di sini hanya signer, bases, budget, copies, ceremony.",
    ],
    [
      "the signer's rank is empty",
      [office({ signer: { rank: " " } })],
      `${path}.signer.rank`,
      `Masih kosong; isi dengan ${expectedName}.`,
    ],
    [
      "a legal basis is a number",
      [office({ bases: ["UUD", 1945] })],
      `${path}.bases[1]`,
      `Tertulis angka 1945; seharusnya ${line}.`,
    ],
    [
      "the budget is too long",
      [office({ budget: "a".repeat(601) })],
      `${path}.budget`,
      "Panjangnya 601 huruf; paling panjang 600 huruf.",
    ],
    [
      "there are more copies than a letter holds",
      [office({ copies: Array.from({ length: 41 }, () => "Yth. Arsip") })],
      `${path}.copies`,
      "Berisi 41 penerima tembusan; paling banyak 40.",
    ],
    [
      "the ceremony starts at no hour",
      [ceremony({ start: "25.00" })],
      `${path}.ceremony.start`,
      'Tertulis "25.00"; seharusnya jam seperti 09.00.',
    ],
    [
      "a step is unknown",
      [ceremony({ items: [{ step: "dance" }] })],
      `${path}.ceremony.items[0].step`,
      'Tertulis "dance"; seharusnya "opening" atau "anthem" atau "report" atau "address" atau "awards" atau "governor" atau "prayer" atau "closing" atau "own".',
    ],
    [
      "a step comes twice",
      [ceremony({ items: [{ step: "prayer" }, { step: "prayer" }] })],
      `${path}.ceremony.items[1].step`,
      `"prayer" sudah dipakai di ${path}.ceremony.items[0].step; setiap mata acara hanya sekali.`,
    ],
    [
      "a step of the office's own has no name",
      [ceremony({ items: [{ step: "own" }] })],
      `${path}.ceremony.items[0].title`,
      `Belum ada; wajib diisi dengan ${expectedName}.`,
    ],
    [
      "the awards are in somebody's own words",
      [ceremony({ items: [{ step: "awards", words: "Juara I ialah Kota Malang." }] })],
      `${path}.ceremony.items[0].words`,
      "Isi pemberian penghargaan diambil dari peringkat, jadi tidak diketik.",
    ],
    [
      "the words of a step ask for a name that is not filled in",
      [ceremony({ items: [{ step: "prayer", words: "Doa oleh {nama}." }] })],
      `${path}.ceremony.items[0].words`,
      "Kurung kurawal hanya untuk {petugas}, yang diganti dengan petugas acara ini.",
    ],
    [
      "a step takes no time",
      [ceremony({ items: [{ step: "prayer", minutes: 0 }] })],
      `${path}.ceremony.items[0].minutes`,
      "Tertulis 0; seharusnya bilangan bulat 1–600.",
    ],
    [
      "the ceremony runs past midnight",
      [ceremony({ start: "23.30", items: [{ step: "opening", minutes: 30 }] })],
      `${path}.ceremony`,
      "Susunan waktu yang mulai pukul 23.30 melewati tengah malam; majukan jam mulai atau kurangi lama tiap acara.",
    ],
    [
      "a guest is nobody",
      [ceremony({ guests: [null] })],
      `${path}.ceremony.guests[0]`,
      `Tertulis null; seharusnya ${line}.`,
    ],
  ]);
});

describe("a round's event is refused when", () => {
  const path = "$.categories[0].rounds[1].event";
  refuses([
    ["it is a list", [event([])], path, "Tertulis daftar; seharusnya objek acara babak."],
    [
      "a desk round has one",
      [[`${desk}.event`, {}]],
      "$.categories[0].rounds[0].event",
      'Babak "desk" dinilai di meja, jadi tidak mempunyai acara; hapus kunci ini.',
    ],
    [
      "it has an unknown key",
      [event({ minutes: 7 })],
      `${path}.minutes`,
      "Kunci ini tidak dikenal; yang dikenal di sini hanya date, start, venue, presentationMinutes, interviewMinutes, inPerson, pauses, turns, lot.",
    ],
    [
      "its day does not exist",
      [event({ date: "2021-02-30" })],
      `${path}.date`,
      'Tertulis "2021-02-30"; seharusnya tanggal yang ada dalam bentuk 2021-10-05.',
    ],
    [
      "its hour has a colon",
      [event({ start: "09:00" })],
      `${path}.start`,
      'Tertulis "09:00"; seharusnya jam seperti 09.00.',
    ],
    [
      "presenting takes half a minute",
      [event({ presentationMinutes: 0.5 })],
      `${path}.presentationMinutes`,
      "Tertulis 0.5; seharusnya bilangan bulat 1–600.",
    ],
    [
      "whether one must come is text",
      [event({ inPerson: "ya" })],
      `${path}.inPerson`,
      'Tertulis teks "ya"; seharusnya true atau false.',
    ],
    [
      "a pause comes before everybody",
      [event({ pauses: [{ after: 0, minutes: 5, name: "Jeda" }] })],
      `${path}.pauses[0].after`,
      "Tertulis 0; seharusnya bilangan bulat 1–514.",
    ],
    [
      "it runs past midnight",
      [event({ start: "23.00", presentationMinutes: 30, interviewMinutes: 30 })],
      path,
      "Susunan waktu yang mulai pukul 23.00 melewati tengah malam; majukan jam mulai atau kurangi lama tiap acara.",
    ],
    [
      "a stranger has a turn",
      [event({ turns: ["35.20", "31.71"] })],
      `${path}.turns[1]`,
      '"31.71" bukan peserta kategori ini; tulis kode daerah yang ada di "entries" kategori.',
    ],
    [
      "somebody has two turns",
      [event({ turns: ["35.20", "35.20"], lot: "x" })],
      `${path}.turns[1]`,
      `"35.20" sudah dipakai di ${path}.turns[0]; setiap peserta hanya mendapat satu giliran.`,
    ],
    [
      "there is a lot without an order",
      [event({ lot: "contoh-2021" })],
      `${path}.lot`,
      'Ada benih undian, tetapi "turns" tidak berisi urutan; isi urutannya atau hapus benih ini.',
    ],
    [
      "the lot gives another order",
      [event({ turns: ["35.20", "35.01"], lot: "a" })],
      `${path}.lot`,
      'Benih undian ini tidak menghasilkan urutan di "turns"; salin keduanya tanpa perubahan, atau tulis null bila urutannya ditentukan.',
    ],
  ]);
});
