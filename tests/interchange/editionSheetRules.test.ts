import { describe } from "vitest";
import { Written } from "../support/changedSample.ts";
import { type Row, desk, expectedNumber, panel, refuses } from "../support/refusedEdition.ts";

describe("a recusal or sheet is refused when", () => {
  const round = "$.categories[0].rounds[1]";
  const recusal = { panelist: "P1", entry: "35.01", reason: "Pernah menjabat di sana" };
  refuses([
    [
      "a recusal is of somebody outside the panel",
      [[`${panel}.recusals[0]`, { ...recusal, panelist: "P7" }]],
      `${round}.recusals[0].panelist`,
      'Panelis "P7" tidak duduk dalam panel babak ini; tulis id yang ada di "panel".',
    ],
    [
      "a recusal is from no entry of the category",
      [[`${panel}.recusals[0]`, { ...recusal, entry: "35.99" }]],
      `${round}.recusals[0].entry`,
      '"35.99" bukan peserta kategori ini; tulis kode daerah yang ada di "entries" kategori.',
    ],
    [
      "a recusal stands twice",
      [[`${panel}.recusals`, [recusal, recusal]]],
      `${round}.recusals[1]`,
      `"P1 · 35.01" sudah dipakai di ${round}.recusals[0]; satu pasang panelis dan peserta cukup ditulis sekali.`,
    ],
    [
      "a recused panelist has a sheet",
      [[`${panel}.recusals[0]`, { ...recusal, entry: "35.04" }]],
      `${round}.scores[0]`,
      'Panelis "P1" tercatat tidak menilai peserta 35.04; hapus lembar ini atau catatannya di "recusals".',
    ],
    [
      "a pair has a second sheet",
      [[`${panel}.scores[25]`, { entry: "35.04", panelist: "P1", values: {} }]],
      `${round}.scores[25]`,
      `Lembar nilai kedua untuk peserta 35.04 dari panelis "P1"; yang pertama ada di ${round}.scores[0], sisakan satu.`,
    ],
    [
      "an entry has a second desk sheet",
      [[`${desk}.scores[38]`, { entry: "35.01", panelist: null, values: {} }]],
      "$.categories[0].rounds[0].scores[38]",
      "Lembar nilai kedua untuk peserta 35.01; yang pertama ada di $.categories[0].rounds[0].scores[0], sisakan satu.",
    ],
    [
      "its entry is not of the category",
      [[`${panel}.scores[0].entry`, "35.99"]],
      `${round}.scores[0].entry`,
      '"35.99" bukan peserta kategori ini; tulis kode daerah yang ada di "entries" kategori.',
    ],
    [
      "its panelist is not on the panel",
      [[`${panel}.scores[0].panelist`, "P6"]],
      `${round}.scores[0].panelist`,
      'Panelis "P6" tidak duduk dalam panel babak ini; tulis id yang ada di "panel".',
    ],
    [
      "a panel sheet is nobody's",
      [[`${panel}.scores[0].panelist`, null]],
      `${round}.scores[0].panelist`,
      "Tertulis null; lembar nilai babak panel harus menyebut id panelisnya.",
    ],
    [
      "a desk sheet is somebody's",
      [[`${desk}.scores[0].panelist`, "P1"]],
      "$.categories[0].rounds[0].scores[0].panelist",
      'Babak "desk" tidak dinilai panelis; "panelist" harus ada dan berisi null.',
    ],
    [
      "a value is off the scale",
      [[`${panel}.scores[0].values.DAMPAK`, 112]],
      `${round}.scores[0].values.DAMPAK`,
      "Nilai 112 di luar skala; harus dari 0 sampai 100.",
    ],
    [
      "a value is off the scale by a hair",
      [[`${panel}.scores[0].values.DAMPAK`, new Written("100.00000000000000000001")]],
      `${round}.scores[0].values.DAMPAK`,
      "Nilai 100,00000000000000000001 di luar skala; harus dari 0 sampai 100.",
    ],
    [
      "a value is off the step",
      [[`${desk}.scores[0].values.JP`, 74.65]],
      "$.categories[0].rounds[0].scores[0].values.JP",
      "Nilai 74,65 tidak tepat pada langkah skala; harus kelipatan 0,1 dihitung dari 0.",
    ],
    [
      "a value is null",
      [[`${panel}.scores[0].values.DAMPAK`, null]],
      `${round}.scores[0].values.DAMPAK`,
      `Tertulis null; seharusnya ${expectedNumber}.`,
    ],
    ...["", " 87", "87,5", "1e2", "+5", ".5", "5.", "NaN", "0x10", "delapan"].map(
      (text): Row => [
        `a value is the text "${text}"`,
        [[`${panel}.scores[0].values.DAMPAK`, text]],
        `${round}.scores[0].values.DAMPAK`,
        `Tertulis "${text}"; seharusnya ${expectedNumber}.`,
      ],
    ),
    [
      "a value is for an indicator of another round",
      [[`${panel}.scores[0].values.JP`, 80]],
      `${round}.scores[0].values.JP`,
      'Indikator "JP" tidak ada di babak ini; tulis id indikator yang ada.',
    ],
    [
      "its values are a list",
      [[`${panel}.scores[0].values`, [85]]],
      `${round}.scores[0].values`,
      "Tertulis daftar; seharusnya objek nilai per indikator.",
    ],
    [
      "it has an unknown key",
      [[`${panel}.scores[0].note`, "x"]],
      `${round}.scores[0].note`,
      "Kunci ini tidak dikenal; yang dikenal di sini hanya entry, panelist, values.",
    ],
    [
      "its entry certainly did not advance",
      [[`${panel}.scores[25]`, { entry: "35.01", panelist: "P1", values: {} }]],
      `${round}.scores[25].entry`,
      'Kabupaten Pacitan (35.01) tidak lolos dari babak "Seleksi indikator"; hapus lembar nilai ini, karena babak ini hanya menilai yang lolos.',
    ],
  ]);
});
