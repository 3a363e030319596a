import { describe, expect, it } from "vitest";
import type { Mapping } from "../../electron/contract/spreadsheets.ts";
import { columnLetters, findMappingFault, outcomeWords } from "../../renderer/features/sheets/importWords.ts";

function mapping(changes: Partial<Mapping> = {}): Mapping {
  return {
    sheet: "Rekap",
    headerRow: 1,
    codeColumn: null,
    regionColumn: 2,
    typeColumn: null,
    indicatorColumns: { JP: 3 },
    ...changes,
  };
}

describe("the columns of an office's sheet", () => {
  it("have the letters that Excel gives them", () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual([
      "A",
      "Z",
      "AA",
      "AZ",
      "BA",
      "ZZ",
      "AAA",
    ]);
  });

  it("need one for the region and one for an indicator, each once", () => {
    expect(findMappingFault(mapping())).toBeNull();
    expect(findMappingFault(mapping({ regionColumn: null }))).toContain("kode daerah");
    expect(findMappingFault(mapping({ indicatorColumns: {} }))).toContain("indikator");
    expect(findMappingFault(mapping({ indicatorColumns: { JP: 3, MERIT: 3 } }))).toBe(
      "Kolom C dipilih dua kali.",
    );
    expect(findMappingFault(mapping({ indicatorColumns: { JP: 2 } }))).toBe("Kolom B dipilih dua kali.");
  });
});

describe("what an import did", () => {
  it("is said in numbers", () => {
    expect(outcomeWords({ changed: 1200, unchanged: 55, sheets: 25 })).toBe(
      "1.200 nilai tersimpan, 55 sudah sama, dari 25 lembar nilai",
    );
    expect(outcomeWords({ changed: 4, unchanged: 0, sheets: 1 })).toBe(
      "4 nilai tersimpan, dari 1 lembar nilai",
    );
    expect(outcomeWords({ changed: 0, unchanged: 100, sheets: 25 })).toBe(
      "Tidak ada yang berubah: 100 nilai dari 25 lembar nilai sudah sama",
    );
  });
});
