import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EditionResult } from "../../electron/domain/result.ts";
import { editionFileLimitBytes, readEdition } from "../../electron/interchange/editionFile.ts";
import { rankFile } from "../../electron/interchange/rankFile.ts";
import { removed, sampleText, sampleWith } from "../support/changedSample.ts";
import { rankIndependently } from "../../electron/verifier/ranking.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lencana-rank-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(content: string | Uint8Array, name = "edisi.json"): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function rankedAsJson(text: string): EditionResult {
  const outcome = rankFile(fileWith(text), { json: true });
  expect(outcome).toMatchObject({ exitCode: 0, stderr: "" });
  return JSON.parse(outcome.stdout);
}

function table(text: string): string {
  return rankFile(fileWith(text), { json: false }).stdout;
}

describe("ranking a file as JSON", () => {
  test("gives lencana/result@1 of the 2021 edition, as the second opinion ranks it", () => {
    const result = rankedAsJson(sampleText);
    const read = readEdition(sampleText);
    expect(result).toEqual("edition" in read && rankIndependently(read.edition));
    expect(Object.keys(result)).toEqual(["format", "categories", "awards"]);
    expect(result.categories[0]?.rounds[1]?.results[0]).toEqual({
      entry: "35.04",
      rank: 1,
      total: "86.43",
      exact: "86433/1000",
      tieBreak: null,
      advances: false,
    });
    expect(result.awards[0]?.recipients.map(({ place, name, title }) => [place, name, title])).toEqual([
      [1, "Maryoto Birowo", "Bupati Tulungagung"],
      [2, "Eri Cahyadi", "Wali Kota Surabaya"],
      [3, "Suprawoto", "Bupati Magetan"],
    ]);
  });

  test("gives no recipients while a value is missing", () => {
    const result = rankedAsJson(sampleWith(["categories[0].rounds[1].scores[0].values.DAMPAK", removed]));
    expect(result.categories[0]?.rounds.map((round) => round.complete)).toEqual([true, false]);
    expect(result.awards.map((award) => award.recipients)).toEqual([[], []]);
  });
});

describe("ranking a file as a table", () => {
  test("shows every round and award in Indonesian, each region with its type", () => {
    const shown = table(sampleText);
    expect(shown).toContain("ASN Achievement Awards 2021 (CONTOH, nilai rekaan)\n");
    expect(shown).toContain("Pengembangan Kompetensi ASN: Seleksi indikator (babak 1 dari 2)\n");
    expect(shown).toContain("        1  Kabupaten Tulungagung  90,08  lolos\n");
    expect(shown).toContain("        1  Kabupaten Tulungagung  86,43\n");
    expect(shown).toContain("  2. Kota Surabaya, Eri Cahyadi, Wali Kota Surabaya\n");
    expect(shown).not.toContain("sementara");
  });

  test("says what is preliminary, what broke a tie and what awaits a decision", () => {
    const desk = "categories[0].rounds[0]";
    const values = ["JP", "IPASN", "MERIT", "DIKLAT", "INOVASI", "PROMOSI"];
    // The fifth and sixth of the selection are made alike, and of the finalists one value is taken away.
    const sixth = values.map((id) => [`${desk}.scores[27].values.${id}`, 70] as const);
    const fifth = values.map((id) => [`${desk}.scores[22].values.${id}`, 70] as const);
    const inScale = [22, 27].flatMap((sheet) => [
      [`${desk}.scores[${sheet}].values.INOVASI`, 50] as const,
      [`${desk}.scores[${sheet}].values.MERIT`, 400] as const,
    ]);
    const shown = table(sampleWith(...fifth, ...sixth, ...inScale));
    expect(shown).toContain(
      "Belum diputuskan: Kabupaten Tuban dan Kabupaten Pamekasan bernilai sama tepat di batas; catat keputusan rapat atas urutannya.\n",
    );
    expect(shown).toMatch(/ 5 {2}Kabupaten Tuban +80,50 {2}menunggu keputusan\n/);
    expect(shown).toContain("peringkat di bawah ini masih sementara.\n");
    expect(shown).toContain("Penerima belum dapat ditetapkan.\n");

    const decision = { entries: ["35.23", "35.28"], order: ["35.28", "35.23"], reason: "Rapat pleno" };
    const decided = table(
      sampleWith(
        ...fifth,
        ...sixth,
        ...inScale,
        [`${desk}.decisions`, [decision]],
        ["categories[0].rounds[1].scores", []],
      ),
    );
    expect(decided).toMatch(
      / 5 {2}Kabupaten Pamekasan +80,50 {2}lolos; nilai sama, diurutkan menurut keputusan rapat\n/,
    );
    expect(decided).toMatch(/– {2}Kabupaten Pamekasan +– {2}nilai belum lengkap\n/);
  });
});

describe("a file that breaks rules leaves with 1 and", () => {
  test("every problem on its own line", () => {
    const outcome = rankFile(fileWith(sampleWith(["edition.year", "x\ny"], ["zzz", 1])), { json: true });
    expect(outcome).toEqual({
      exitCode: 1,
      stdout: "",
      stderr:
        "$.zzz: Kunci ini tidak dikenal; yang dikenal di sini hanya format, sample, edition, regions, panelists, categories, awards.\n" +
        '$.edition.year: Tertulis teks "x\\ny"; seharusnya bilangan bulat 1945–9999.\n',
    });
  });

  test("a sentence for 300 MB, without reading them", () => {
    const path = fileWith("", "besar.json");
    truncateSync(path, 300 * 1024 * 1024);
    expect(rankFile(path, { json: true })).toEqual({
      exitCode: 1,
      stdout: "",
      stderr: `Berkas "${path}" berukuran 300 MB; berkas edisi paling besar 64 MB, periksa apakah ini berkas yang benar.\n`,
    });
    expect(editionFileLimitBytes).toBe(64 * 1024 * 1024);
  });

  test("a sentence for text that is not UTF-8", () => {
    const path = fileWith(Buffer.from(sampleText, "utf16le"), "utf16.json");
    expect(rankFile(path, { json: true })).toMatchObject({ exitCode: 1, stdout: "" });
    const latin = fileWith(Buffer.from('{"title": "Pi\u00e1gam"}', "latin1"), "latin1.json");
    expect(rankFile(latin, { json: true }).stderr).toBe(
      `Berkas "${latin}" bukan teks UTF-8; simpan ulang sebagai UTF-8 atau ekspor lagi dari Lencana.\n`,
    );
  });

  test("a byte order mark is no fault", () => {
    expect(rankFile(fileWith(`\uFEFF${sampleText}`, "bom.json"), { json: true }).exitCode).toBe(0);
  });
});

describe("what is no file leaves with 2 and a sentence:", () => {
  test("nothing there", () => {
    const path = join(folder, "tidak-ada.json");
    expect(rankFile(path, { json: true })).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `Berkas "${path}" tidak ditemukan; periksa letak dan namanya.\n`,
    });
  });

  test("a folder", () => {
    expect(rankFile(folder, { json: false })).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `"${folder}" adalah folder; tulis letak sebuah berkas edisi (.json).\n`,
    });
  });

  test("a device", () => {
    const outcome = rankFile(devNull, { json: false });
    expect(outcome.exitCode).toBe(2);
    expect(outcome.stderr).toContain("bukan berkas biasa; tulis letak sebuah berkas edisi (.json).");
  });
});
