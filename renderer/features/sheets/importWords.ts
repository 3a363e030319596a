import { countWords } from "./boardWords.ts";
import type { Mapping } from "../../../electron/contract/spreadsheets.ts";

interface Outcome {
  changed: number;
  unchanged: number;
  sheets: number;
}

export const workbookTypes = [".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"];

/** "120 nilai berubah dan 55 sudah sama, dari 35 lembar". */
export function outcomeWords({ changed, unchanged, sheets }: Outcome): string {
  const read = `dari ${countWords(sheets)} lembar nilai`;
  if (changed === 0) return `Tidak ada yang berubah: ${countWords(unchanged)} nilai ${read} sudah sama`;
  const same = unchanged > 0 ? `, ${countWords(unchanged)} sudah sama` : "";
  return `${countWords(changed)} nilai tersimpan${same}, ${read}`;
}

/** A column as a spreadsheet names it: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = "";
  while (rest > 0) {
    const index = (rest - 1) % 26;
    letters = String.fromCodePoint(65 + index) + letters;
    rest = (rest - 1 - index) / 26;
  }
  return letters;
}

/** What is missing or doubled in a mapping before it can be tried; null when it can. */
export function findMappingFault(mapping: Mapping): string | null {
  if (mapping.codeColumn === null && mapping.regionColumn === null) {
    return "Pilih kolom kode daerah atau kolom nama daerah.";
  }
  const indicators = Object.values(mapping.indicatorColumns);
  if (indicators.length === 0) return "Pilih kolom untuk sedikitnya satu indikator.";
  const used = [mapping.codeColumn, mapping.regionColumn, mapping.typeColumn, ...indicators].filter(
    (column) => column !== null,
  );
  const doubled = used.find((column, index) => used.indexOf(column) !== index);
  return doubled === undefined ? null : `Kolom ${columnLetters(doubled)} dipilih dua kali.`;
}
