import { canonicalDecimal, findScaleFault } from "../../../electron/domain/exact.ts";
import { allowedWords, type Scale, shownDecimal } from "./scaleWords.ts";

/** What a typed or pasted text means on a scale: a value, nothing (an empty cell), or why it is refused. */
export type Reading = { ok: true; value: string | null } | { ok: false; sentence: string };

const longest = 60;

/** Reads a typed score: comma or point as decimal mark, thousands dots only where they cannot be anything else. */
export function readScore(text: string, scale: Scale): Reading {
  const typed = text.trim().replace("\u2212", "-");
  if (typed === "") return { ok: true, value: null };
  const candidates = typed.length > longest ? [] : numbersIn(typed);
  const [first, second] = candidates;
  if (first === undefined) return { ok: false, sentence: "Harus angka, misalnya 87 atau 87,5" };
  const fitting = candidates.filter((value) => findScaleFault(value, scale) === null);
  if (fitting.length > 1 && second !== undefined) {
    const [decimal, whole] = [shownDecimal(first), shownDecimal(second)];
    return { ok: false, sentence: `Bisa berarti ${decimal} atau ${whole}: tulis salah satunya tanpa titik` };
  }
  const value = fitting[0];
  return value === undefined ? { ok: false, sentence: `Harus ${allowedWords(scale)}` } : { ok: true, value };
}

/**
 * Every number a text can mean. Only a single dot before exactly three digits ("1.234") has two readings: the
 * decimal mark of a calculator and the thousands dot of Indonesia. A comma is always the decimal mark.
 */
function numbersIn(typed: string): string[] {
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(typed) || /^-?\d{1,3}(\.\d{3}){2,}$/.test(typed)) {
    return canonical(typed.replaceAll(".", "").replace(",", "."));
  }
  // A workbook in English: 1,234.5 and 1,234,567 cannot be read any other way.
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(typed) || /^-?\d{1,3}(,\d{3}){2,}$/.test(typed)) {
    return canonical(typed.replaceAll(",", ""));
  }
  if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(typed)) return canonical(typed, typed.replace(".", ""));
  const plain = /^(-?)(\d*)(?:[.,](\d*))?$/.exec(typed);
  if (!plain) return [];
  const [, sign = "", whole = "", fraction = ""] = plain;
  if (whole === "" && fraction === "") return [];
  return canonical(`${sign}${whole === "" ? "0" : whole}${fraction === "" ? "" : `.${fraction}`}`);
}

function canonical(...texts: string[]): string[] {
  return texts.map(canonicalDecimal).filter((value) => value !== null);
}
