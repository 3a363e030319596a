import { describe } from "vitest";
import { removed } from "../support/changedSample.ts";
import { type Row, desk, expectedId, expectedName, panel, refuses } from "../support/refusedEdition.ts";

describe("the file as a whole is refused when", () => {
  refuses([
    [
      "its format is another one",
      [["format", "lencana/edition@2"]],
      "$.format",
      'Tertulis "lencana/edition@2"; format yang dikenal hanya "lencana/edition@1".',
    ],
    [
      "its format is missing",
      [["format", removed]],
      "$.format",
      'Belum ada; format yang dikenal hanya "lencana/edition@1".',
    ],
    [
      "its format is no text",
      [["format", 1]],
      "$.format",
      'Bukan teks; format yang dikenal hanya "lencana/edition@1".',
    ],
    [
      "it has an unknown key at the top",
      [["scores", []]],
      "$.scores",
      "Kunci ini tidak dikenal; yang dikenal di sini hanya format, sample, edition, regions, panelists, categories, awards.",
    ],
    [
      "a list is missing",
      [["awards", removed]],
      "$.awards",
      "Belum ada; wajib diisi dengan daftar penghargaan.",
    ],
    ["a list is an object", [["panelists", {}]], "$.panelists", "Tertulis objek; seharusnya daftar panelis."],
    ["sample is text", [["sample", "true"]], "$.sample", 'Tertulis teks "true"; seharusnya true atau false.'],
  ]);
});

describe("the head of the edition is refused when", () => {
  refuses([
    [
      "the year is text",
      [["edition.year", "2021"]],
      "$.edition.year",
      'Tertulis teks "2021"; seharusnya bilangan bulat 1945–9999.',
    ],
    [
      "the year is broken",
      [["edition.year", 2021.5]],
      "$.edition.year",
      "Tertulis 2021.5; seharusnya bilangan bulat 1945–9999.",
    ],
    [
      "the title is missing",
      [["edition.title", removed]],
      "$.edition.title",
      `Belum ada; wajib diisi dengan ${expectedName}.`,
    ],
    [
      "the title is blank",
      [["edition.title", "  "]],
      "$.edition.title",
      `Masih kosong; isi dengan ${expectedName}.`,
    ],
    [
      "the title has 201 letters",
      [["edition.title", "A".repeat(201)]],
      "$.edition.title",
      "Panjangnya 201 huruf; paling panjang 200 huruf.",
    ],
    [
      "the title breaks the line",
      [["edition.title", "ASN\nAwards"]],
      "$.edition.title",
      '"ASN\\nAwards" memuat karakter kendali; tulis hanya huruf, angka dan tanda baca.',
    ],
    [
      "the title holds half a character",
      [["edition.title", "ASN \uD83D"]],
      "$.edition.title",
      '"ASN \\ud83d" memuat karakter kendali; tulis hanya huruf, angka dan tanda baca.',
    ],
    [
      "the theme is a number",
      [["edition.theme", 7]],
      "$.edition.theme",
      `Tertulis angka 7; seharusnya ${expectedName}.`,
    ],
    ...["2021-02-30", "2021-13-01", "2021-2-3", "12 Oktober 2021", "0021-10-12", "2021-10-12T00:00:00Z"].map(
      (date): Row => [
        `the day of the ceremony is ${date}`,
        [["edition.ceremonyDate", date]],
        "$.edition.ceremonyDate",
        `Tertulis "${date}"; seharusnya tanggal yang ada dalam bentuk 2021-10-05.`,
      ],
    ),
    [
      "the signatory has no place",
      [["edition.signatory.place", removed]],
      "$.edition.signatory.place",
      `Belum ada; wajib diisi dengan ${expectedName}.`,
    ],
    [
      "the signatory has a NIP",
      [["edition.signatory.nip", "1965"]],
      "$.edition.signatory.nip",
      "Kunci ini tidak dikenal; yang dikenal di sini hanya name, title, place, gelar.",
    ],
  ]);
});

describe("a region or panelist is refused when", () => {
  const unusedCode = [`categories[0].rounds`, []] as const;
  refuses([
    [
      "its code is no code",
      [
        ["regions[0].code", "3501"],
        ["categories[0].entries[0]", "3501"],
        [`${desk}.scores[0].entry`, "3501"],
      ],
      "$.regions[0].code",
      'Tertulis "3501"; kode daerah harus dua angka, titik, dua angka, seperti 35.20.',
    ],
    [
      "its code is taken",
      [["regions[1].code", "35.01"], unusedCode, ["categories[0].entries", ["35.01"]]],
      "$.regions[1].code",
      '"35.01" sudah dipakai di $.regions[0].code; kode daerah harus berbeda satu dengan lainnya.',
    ],
    [
      "its type is unknown",
      [["regions[0].type", "provinsi"]],
      "$.regions[0].type",
      'Tertulis "provinsi"; seharusnya "kabupaten" atau "kota".',
    ],
    [
      "another of the same type has its name",
      [["regions[1].name", "pacitan"]],
      "$.regions[1].name",
      "Kabupaten pacitan sudah terdaftar di $.regions[0]; setiap daerah harus dapat dibedakan dari jenis dan namanya.",
    ],
    [
      "its head is text",
      [["regions[0].head", "Suprawoto"]],
      "$.regions[0].head",
      'Tertulis teks "Suprawoto"; seharusnya objek kepala daerah, atau null bila belum diketahui.',
    ],
    [
      "its head is left out",
      [["regions[0].head", removed]],
      "$.regions[0].head",
      "Belum ada; wajib diisi dengan objek kepala daerah, atau null bila belum diketahui.",
    ],
    [
      "its head has no name",
      [["regions[19].head.name", null]],
      "$.regions[19].head.name",
      `Tertulis null; seharusnya ${expectedName}.`,
    ],
    [
      "its agency has an unknown key",
      [["regions[0].agency.phone", "0357"]],
      "$.regions[0].agency.phone",
      "Kunci ini tidak dikenal; yang dikenal di sini hanya name, head, headGelar.",
    ],
    [
      "a panelist's id is a number",
      [["panelists[0].id", 1]],
      "$.panelists[0].id",
      `Tertulis angka 1; seharusnya ${expectedId}.`,
    ],
    [
      "a panelist's id is taken",
      [["panelists[5]", { id: "P1", name: "Seorang lain", institution: null }]],
      "$.panelists[5].id",
      '"P1" sudah dipakai di $.panelists[0].id; id panelis harus berbeda satu dengan lainnya.',
    ],
    [
      "a panelist's id has 65 letters",
      [["panelists[5]", { id: "P".repeat(65), name: "Seorang lain", institution: null }]],
      "$.panelists[5].id",
      "Panjangnya 65 huruf; paling panjang 64 huruf.",
    ],
    [
      "a panelist's id is a word of the machine",
      [["panelists[5]", { id: "constructor", name: "Seorang lain", institution: null }]],
      "$.panelists[5].id",
      '"constructor" tidak dapat dipakai sebagai id; pilih kata lain.',
    ],
  ]);
});

describe("a category or award is refused when", () => {
  refuses([
    [
      "an entry is no region",
      [["categories[0].entries[38]", "35.80"]],
      "$.categories[0].entries[38]",
      'Daerah "35.80" tidak ada di $.regions; tulis kode daerah yang terdaftar.',
    ],
    [
      "an entry stands twice",
      [["categories[0].entries[38]", "35.01"]],
      "$.categories[0].entries[38]",
      '"35.01" sudah dipakai di $.categories[0].entries[0]; satu daerah hanya sekali menjadi peserta satu kategori.',
    ],
    [
      "a category's id is taken",
      [["categories[1]", { id: "utama", name: "Kedua", entries: [], rounds: [] }]],
      "$.categories[1].id",
      '"utama" sudah dipakai di $.categories[0].id; id kategori harus berbeda satu dengan lainnya.',
    ],
    [
      "a round's id is taken",
      [[`${panel}.id`, "seleksi"]],
      "$.categories[0].rounds[1].id",
      '"seleksi" sudah dipakai di $.categories[0].rounds[0].id; id babak harus berbeda dalam satu kategori.',
    ],
    [
      "an award's id is taken",
      [["awards[1].id", "lencana"]],
      "$.awards[1].id",
      '"lencana" sudah dipakai di $.awards[0].id; id penghargaan harus berbeda satu dengan lainnya.',
    ],
    [
      "an award is for no category",
      [["awards[0].category", "lain"]],
      "$.awards[0].category",
      'Kategori "lain" tidak ada di $.categories; tulis id kategori yang ada.',
    ],
    [
      "an award has no places",
      [["awards[0].places", 0]],
      "$.awards[0].places",
      "Tertulis 0; seharusnya bilangan bulat paling kecil 1.",
    ],
    [
      "an award goes to nobody known",
      [["awards[0].recipient", "governor"]],
      "$.awards[0].recipient",
      'Tertulis "governor"; seharusnya "head" atau "agency" atau "region".',
    ],
  ]);
});
