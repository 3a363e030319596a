import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatDecimal,
  formatFraction,
  listInWords,
  longDate,
  longDateWithWeekday,
  romanMonth,
  romanNumeral,
  spelledDate,
  spellDecimal,
  spellNumber,
  weekdayName,
} from "../../electron/domain/indonesian.ts";

describe("terbilang", () => {
  test.each([
    [0, "nol"],
    [1, "satu"],
    [9, "sembilan"],
    [10, "sepuluh"],
    [11, "sebelas"],
    [12, "dua belas"],
    [15, "lima belas"],
    [19, "sembilan belas"],
    [20, "dua puluh"],
    [21, "dua puluh satu"],
    [99, "sembilan puluh sembilan"],
    [100, "seratus"],
    [101, "seratus satu"],
    [110, "seratus sepuluh"],
    [111, "seratus sebelas"],
    [119, "seratus sembilan belas"],
    [200, "dua ratus"],
    [514, "lima ratus empat belas"],
    [999, "sembilan ratus sembilan puluh sembilan"],
    [1000, "seribu"],
    [1001, "seribu satu"],
    [1100, "seribu seratus"],
    [1945, "seribu sembilan ratus empat puluh lima"],
    [1998, "seribu sembilan ratus sembilan puluh delapan"],
    [2000, "dua ribu"],
    [2021, "dua ribu dua puluh satu"],
    [11_000, "sebelas ribu"],
    [21_000, "dua puluh satu ribu"],
    [100_000, "seratus ribu"],
    [101_000, "seratus satu ribu"],
    [1_000_000, "satu juta"],
    [1_001_000, "satu juta seribu"],
    [12_345_678, "dua belas juta tiga ratus empat puluh lima ribu enam ratus tujuh puluh delapan"],
    [1_000_000_000, "satu miliar"],
    [1_000_000_000_000, "satu triliun"],
    [1_000_000_001_011, "satu triliun seribu sebelas"],
    [999_000_000_000_000, "sembilan ratus sembilan puluh sembilan triliun"],
    [1_000_000_000_000_000, "satu kuadriliun"],
    [-5, "minus lima"],
  ])("%d is read %s", (value, words) => {
    expect(spellNumber(value)).toBe(words);
    expect(spellNumber(BigInt(value))).toBe(words);
  });

  test("refuses what is not a whole number of at most 10^15", () => {
    for (const value of [
      1.5,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      2 ** 53,
      10n ** 15n + 1n,
      -(10n ** 15n) - 1n,
    ]) {
      expect(() => spellNumber(value)).toThrow(RangeError);
    }
  });

  test("reads back as the number it was, for any number", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (value) => {
        expect(readWords(spellNumber(value))).toBe(value);
      }),
    );
  });

  test.each([
    ["91.25", "sembilan puluh satu koma dua lima"],
    ["91.05", "sembilan puluh satu koma nol lima"],
    ["0.5", "nol koma lima"],
    ["88", "delapan puluh delapan"],
    ["-1.50", "minus satu koma lima nol"],
  ])("the decimal %s is read %s", (text, words) => {
    expect(spellDecimal(text)).toBe(words);
  });
});

/** An independent reader of terbilang: word by word from the left, a group is closed by its scale. */
function readWords(text: string): bigint {
  const digits = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
  const scales: Record<string, bigint> = {
    ribu: 1000n,
    juta: 10n ** 6n,
    miliar: 10n ** 9n,
    triliun: 10n ** 12n,
    kuadriliun: 10n ** 15n,
  };
  let total = 0n;
  let group = 0n;
  let digit = 0n;
  for (const word of text.split(" ")) {
    const scale = scales[word];
    if (digits.includes(word)) digit = BigInt(digits.indexOf(word));
    else if (word === "sepuluh") group += 10n;
    else if (word === "sebelas") group += 11n;
    else if (word === "seratus") group += 100n;
    else if (word === "seribu") total += 1000n;
    else if (scale !== undefined) {
      total += (group + digit) * scale;
      group = 0n;
      digit = 0n;
    } else {
      if (word === "belas") group += 10n + digit;
      else if (word === "puluh") group += digit * 10n;
      else if (word === "ratus") group += digit * 100n;
      else throw new Error(`no Indonesian numeral: ${word}`);
      digit = 0n;
    }
  }
  return total + group + digit;
}

describe("numbers in figures", () => {
  test.each([
    ["0", 0, "0"],
    ["87.1", 0, "87,1"],
    ["91.25", 2, "91,25"],
    ["91.2", 2, "91,20"],
    ["91", 2, "91,00"],
    ["100", 0, "100"],
    ["999", 0, "999"],
    ["1000", 0, "1.000"],
    ["1234567.5", 0, "1.234.567,5"],
    ["123456789012345678901234567890.123", 0, "123.456.789.012.345.678.901.234.567.890,123"],
    ["-12345.60", 0, "-12.345,60"],
    ["0.333333333333333333333", 2, "0,333333333333333333333"],
  ])("%s with at least %d digits after the comma is written %s", (text, digits, written) => {
    expect(formatDecimal(text, digits)).toBe(written);
  });

  test("refuses what is not a decimal text", () => {
    for (const text of ["", "1,5", "1e3", ".5", "5.", "NaN", " 1", "1.000.000"]) {
      expect(() => formatDecimal(text)).toThrow(RangeError);
    }
  });
});

describe("dates", () => {
  test("spells a date as a berita acara opens, with the weekday taken from the calendar", () => {
    expect(spelledDate("2021-10-05")).toBe("Selasa tanggal lima bulan Oktober tahun dua ribu dua puluh satu");
    expect(spelledDate("2022-10-12")).toBe(
      "Rabu tanggal dua belas bulan Oktober tahun dua ribu dua puluh dua",
    );
    expect(spelledDate("2024-02-29")).toBe(
      "Kamis tanggal dua puluh sembilan bulan Februari tahun dua ribu dua puluh empat",
    );
    expect(spelledDate("2030-08-31")).toBe(
      "Sabtu tanggal tiga puluh satu bulan Agustus tahun dua ribu tiga puluh",
    );
  });

  test("writes dates with the month in words and no leading zero", () => {
    expect(longDate("2021-10-12")).toBe("12 Oktober 2021");
    expect(longDate("2021-01-05")).toBe("5 Januari 2021");
    expect(longDateWithWeekday("2021-10-12")).toBe("Selasa, 12 Oktober 2021");
  });

  test("knows every weekday and every month", () => {
    const days = ["03", "04", "05", "06", "07", "08", "09"].map((day) => weekdayName(`2021-10-${day}`));
    expect(days).toEqual(["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"]);
    const months = Array.from({ length: 12 }, (_, month) => `2021-${String(month + 1).padStart(2, "0")}-01`);
    expect(months.map((date) => longDate(date).split(" ")[1])).toEqual(
      "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" "),
    );
    expect(months.map(romanMonth)).toEqual("I II III IV V VI VII VIII IX X XI XII".split(" "));
  });

  test("does not depend on the time zone of the machine", () => {
    const before = process.env["TZ"];
    try {
      for (const zone of ["Asia/Jakarta", "America/Los_Angeles", "Pacific/Kiritimati"]) {
        process.env["TZ"] = zone;
        expect(longDateWithWeekday("2021-10-05")).toBe("Selasa, 5 Oktober 2021");
      }
    } finally {
      if (before === undefined) delete process.env["TZ"];
      else process.env["TZ"] = before;
    }
  });

  test("refuses a day that no calendar has", () => {
    for (const date of [
      "2021-02-29",
      "2021-02-30",
      "2021-13-01",
      "2021-00-10",
      "2021-1-5",
      "05-10-2021",
      "",
    ]) {
      expect(() => longDate(date)).toThrow(RangeError);
    }
  });
});

describe("Roman numerals", () => {
  test.each([
    [1, "I"],
    [2, "II"],
    [3, "III"],
    [4, "IV"],
    [9, "IX"],
    [14, "XIV"],
    [40, "XL"],
    [514, "DXIV"],
    [2021, "MMXXI"],
    [3999, "MMMCMXCIX"],
  ])("%d is %s", (value, text) => {
    expect(romanNumeral(value)).toBe(text);
  });

  test("has none for zero, fractions or 4000", () => {
    for (const value of [0, -1, 1.5, 4000]) expect(() => romanNumeral(value)).toThrow(RangeError);
  });
});

test("lists words with commas and a closing dan", () => {
  expect(listInWords([])).toBe("");
  expect(listInWords(["Kota Kediri"])).toBe("Kota Kediri");
  expect(listInWords(["Kota Kediri", "Kabupaten Kediri"])).toBe("Kota Kediri dan Kabupaten Kediri");
  expect(listInWords(["a", "b", "c"])).toBe("a, b, dan c");
});

test("a fraction is read as a decimal where it ends, and as it stands where it does not", () => {
  expect(["86211/1000", "84/1", "-1/8", "1/3", "261/7"].map(formatFraction)).toEqual([
    "86,211",
    "84",
    "-0,125",
    "1/3",
    "261/7",
  ]);
});
