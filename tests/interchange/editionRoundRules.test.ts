import { describe } from "vitest";
import { removed, Written } from "../support/changedSample.ts";
import { desk, expectedNumber, panel, refuses } from "../support/refusedEdition.ts";

describe("a round is refused when", () => {
  const round = "$.categories[0].rounds[1]";
  refuses([
    [
      "it has an unknown key",
      [[`${panel}.weight`, 1]],
      `${round}.weight`,
      "Kunci ini tidak dikenal; yang dikenal di sini hanya id, name, kind, panel, recusals, aggregate, decimals, carry, quorum, advance, tieBreak, decisions, indicators, event, scores.",
    ],
    [
      "its kind is unknown",
      [[`${panel}.kind`, "online"]],
      `${round}.kind`,
      'Tertulis "online"; seharusnya "panel" atau "desk".',
    ],
    [
      "its aggregate is unknown",
      [[`${panel}.aggregate`, "mode"]],
      `${round}.aggregate`,
      'Tertulis "mode"; seharusnya "mean" atau "median" atau "trimmedMean".',
    ],
    [
      "it rounds to eleven decimals",
      [[`${panel}.decimals`, 11]],
      `${round}.decimals`,
      "Tertulis 11; seharusnya bilangan bulat 0–10.",
    ],
    [
      "it carries more than everything",
      [[`${panel}.carry`, 100.5]],
      `${round}.carry`,
      "Tertulis 100,5; bagian nilai babak sebelumnya harus 0–100 persen.",
    ],
    [
      "it carries less than nothing",
      [[`${panel}.carry`, "-1"]],
      `${round}.carry`,
      "Tertulis -1; bagian nilai babak sebelumnya harus 0–100 persen.",
    ],
    [
      "a first round carries",
      [[`${desk}.carry`, 30]],
      "$.categories[0].rounds[0].carry",
      "Tertulis 30; babak pertama tidak mempunyai babak sebelumnya, jadi harus 0.",
    ],
    [
      "its panel is missing",
      [
        [`${panel}.panel`, removed],
        [`${panel}.scores`, []],
      ],
      `${round}.panel`,
      "Belum ada; wajib diisi dengan daftar id panelis.",
    ],
    [
      "its panel names a stranger",
      [[`${panel}.panel[5]`, "P9"]],
      `${round}.panel[5]`,
      'Panelis "P9" tidak ada di $.panelists; tulis id panelis yang terdaftar.',
    ],
    [
      "its panel names somebody twice",
      [[`${panel}.panel[5]`, "P1"]],
      `${round}.panel[5]`,
      `"P1" sudah dipakai di ${round}.panel[0]; seorang panelis cukup sekali dalam satu panel.`,
    ],
    [
      "a desk round has a panel",
      [[`${desk}.panel`, ["P1"]]],
      "$.categories[0].rounds[0].panel",
      'Babak "desk" tidak memakai panel; kosongkan daftar ini atau hapus kuncinya.',
    ],
    [
      "its quorum is missing",
      [[`${panel}.quorum`, removed]],
      `${round}.quorum`,
      "Belum ada; wajib diisi dengan bilangan bulat paling kecil 1.",
    ],
    [
      "its quorum is nobody",
      [[`${panel}.quorum`, 0]],
      `${round}.quorum`,
      "Tertulis 0; seharusnya bilangan bulat paling kecil 1.",
    ],
    [
      "its quorum is more than its panel",
      [[`${panel}.quorum`, 6]],
      `${round}.quorum`,
      "Kuorum 6 melebihi banyaknya panelis (5); isi paling banyak sebanyak itu.",
    ],
    [
      "a desk round wants three panelists",
      [[`${desk}.quorum`, 3]],
      "$.categories[0].rounds[0].quorum",
      "Tertulis 3; seharusnya bilangan bulat 0–1.",
    ],
    [
      "nobody advances to the round after it",
      [
        [`${desk}.advance`, null],
        [`${panel}.scores`, []],
      ],
      "$.categories[0].rounds[0].advance",
      'Tertulis null, padahal masih ada babak sesudahnya; seharusnya siapa yang lolos, misalnya { "top": 5 }.',
    ],
    [
      "advance says two things",
      [[`${desk}.advance`, { top: 5, atLeast: 80 }]],
      "$.categories[0].rounds[0].advance",
      'Harus berisi tepat satu dari "top" (banyaknya yang lolos) dan "atLeast" (nilai terendah yang lolos).',
    ],
    [
      "advance says nothing",
      [[`${desk}.advance`, {}]],
      "$.categories[0].rounds[0].advance",
      'Harus berisi tepat satu dari "top" (banyaknya yang lolos) dan "atLeast" (nilai terendah yang lolos).',
    ],
    [
      "the top is nobody",
      [[`${desk}.advance`, { top: 0 }]],
      "$.categories[0].rounds[0].advance.top",
      "Tertulis 0; seharusnya bilangan bulat paling kecil 1.",
    ],
    [
      "advance is left out",
      [[`${panel}.advance`, removed]],
      `${round}.advance`,
      'Belum ada; wajib diisi dengan objek { "top": 3 } atau { "atLeast": 80 }, atau null di babak terakhir.',
    ],
    [
      "the least total is no number",
      [[`${desk}.advance`, { atLeast: "80,5" }]],
      "$.categories[0].rounds[0].advance.atLeast",
      `Tertulis "80,5"; seharusnya ${expectedNumber}.`,
    ],
  ]);
});

describe("an indicator is refused when", () => {
  const indicators = "$.categories[0].rounds[1].indicators";
  const first = `${panel}.indicators[0]`;
  refuses([
    [
      "the weights sum to 99.99",
      [[`${first}.weight`, "29.99"]],
      indicators,
      "Jumlah bobot 99,99; harus tepat 100.",
    ],
    [
      "the weights miss 100 by less than a double can tell",
      [[`${first}.weight`, new Written("30.00000000000000000001")]],
      indicators,
      "Jumlah bobot 100,00000000000000000001; harus tepat 100.",
    ],
    [
      "there is none",
      [
        [`${panel}.indicators`, []],
        [`${panel}.tieBreak`, []],
        [`${panel}.scores`, []],
      ],
      indicators,
      "Jumlah bobot 0; harus tepat 100.",
    ],
    [
      "its weight is below 0",
      [[`${first}.weight`, -30]],
      `${indicators}[0].weight`,
      "Bobot -30 kurang dari 0; isi bobot 0–100.",
    ],
    [
      "its weight is null",
      [[`${first}.weight`, null]],
      `${indicators}[0].weight`,
      `Tertulis null; seharusnya ${expectedNumber}.`,
    ],
    [
      "its weight is longer than anything one weighs with",
      [[`${first}.weight`, new Written(`0.${"1".repeat(70)}`)]],
      `${indicators}[0].weight`,
      `Angka 0.${"1".repeat(38)}… terlalu panjang; paling banyak 60 tanda.`,
    ],
    [
      "its weight has an exponent beyond reason",
      [[`${first}.weight`, new Written("1e999999999")]],
      `${indicators}[0].weight`,
      "Angka 1e999999999 terlalu panjang; paling banyak 60 tanda.",
    ],
    [
      "its scale is upside down",
      [[`${first}.scale`, { min: 100, max: 0 }]],
      `${indicators}[0].scale`,
      "Batas bawah 100 tidak di bawah batas atas 0; min harus lebih kecil daripada max.",
    ],
    [
      "its scale is a point",
      [[`${first}.scale`, { min: "0.0", max: 0 }]],
      `${indicators}[0].scale`,
      "Batas bawah 0 tidak di bawah batas atas 0; min harus lebih kecil daripada max.",
    ],
    [
      "its step is 0",
      [[`${first}.scale.step`, 0]],
      `${indicators}[0].scale.step`,
      "Langkah skala 0; harus lebih besar dari 0.",
    ],
    [
      "its direction is unknown",
      [[`${first}.direction`, "up"]],
      `${indicators}[0].direction`,
      'Tertulis "up"; seharusnya "higher" atau "lower".',
    ],
    [
      "its id is taken",
      [
        [`${panel}.indicators[1].id`, "KEBIJAKAN"],
        [`${panel}.scores`, []],
      ],
      `${indicators}[1].id`,
      `"KEBIJAKAN" sudah dipakai di ${indicators}[0].id; id indikator harus berbeda dalam satu babak.`,
    ],
  ]);
});

describe("a tie-break or decision is refused when", () => {
  const round = "$.categories[0].rounds[1]";
  const decision = { entries: ["35.20", "35.78"], order: ["35.78", "35.20"], reason: "Rapat pleno" };
  refuses([
    [
      "its key is unknown",
      [[`${panel}.tieBreak[0]`, "luck"]],
      `${round}.tieBreak[0]`,
      '"luck" tidak dikenal; seharusnya "indicator:ID", "previousRound", "exactTotal", "median", "panelistMajority", "decision".',
    ],
    [
      "its indicator belongs to another round",
      [[`${panel}.tieBreak[0]`, "indicator:JP"]],
      `${round}.tieBreak[0]`,
      'Indikator "JP" tidak ada di babak ini; tulis id indikator yang ada.',
    ],
    [
      "a key stands twice",
      [[`${panel}.tieBreak[4]`, "decision"]],
      `${round}.tieBreak[4]`,
      `"decision" sudah dipakai di ${round}.tieBreak[3]; setiap kunci pemecah nilai sama cukup sekali.`,
    ],
    [
      "a decision orders others than it names",
      [[`${panel}.decisions[0]`, { ...decision, order: ["35.78", "35.04"] }]],
      `${round}.decisions[0].order`,
      'Urutan ini harus memuat tepat peserta di "entries", masing-masing sekali: 35.20, 35.78.',
    ],
    [
      "a decision leaves one out of its order",
      [[`${panel}.decisions[0]`, { ...decision, order: ["35.78"] }]],
      `${round}.decisions[0].order`,
      'Urutan ini harus memuat tepat peserta di "entries", masing-masing sekali: 35.20, 35.78.',
    ],
    [
      "a decision is about one entry",
      [[`${panel}.decisions[0]`, { ...decision, entries: ["35.20"], order: ["35.20"] }]],
      `${round}.decisions[0].entries`,
      "Berisi 1 peserta; keputusan memerlukan paling sedikit 2 peserta.",
    ],
    [
      "a decision names one entry twice",
      [[`${panel}.decisions[0]`, { ...decision, entries: ["35.20", "35.20"], order: ["35.20", "35.20"] }]],
      `${round}.decisions[0].entries[1]`,
      `"35.20" sudah dipakai di ${round}.decisions[0].entries[0]; setiap peserta cukup sekali.`,
    ],
    [
      "a decision is about no entry of the category",
      [[`${panel}.decisions[0]`, { ...decision, entries: ["35.20", "35.99"] }]],
      `${round}.decisions[0].entries[1]`,
      '"35.99" bukan peserta kategori ini; tulis kode daerah yang ada di "entries" kategori.',
    ],
    [
      "two decisions are about the same entries",
      [[`${panel}.decisions`, [decision, { ...decision, entries: ["35.78", "35.20"] }]]],
      `${round}.decisions[1]`,
      `"35.20, 35.78" sudah dipakai di ${round}.decisions[0]; untuk peserta yang sama hanya boleh ada satu keputusan.`,
    ],
    [
      "a decision gives no reason",
      [[`${panel}.decisions[0]`, { ...decision, reason: "" }]],
      `${round}.decisions[0].reason`,
      "Masih kosong; isi dengan alasan.",
    ],
  ]);
});
