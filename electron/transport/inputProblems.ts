import { z } from "zod";
import type { Problem } from "../contract/errors.ts";

// zod words a failure while it parses, so its language is set once for the process. Only what the contract has no
// sentence of its own for is worded here.
z.config({ localeError: (issue) => sentenceOf(issue) });

const count = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 10, useGrouping: "min2" });

const kinds: Record<string, string> = {
  number: "Harus angka",
  int: "Harus bilangan bulat",
  string: "Harus teks",
  boolean: "Harus ya atau tidak",
  array: "Harus berupa daftar",
  file: "Harus berupa berkas",
  date: "Harus tanggal",
};

const units: Record<string, string> = { string: " huruf", array: " butir", set: " butir", file: " bita" };

function sentenceOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === null) return "Wajib diisi";
      return kinds[issue.expected] ?? "Bentuk isiannya tidak dikenal";
    case "invalid_value":
      return `Harus salah satu dari: ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return limit(
        issue.inclusive === false ? "Harus lebih dari" : atLeast(issue.origin),
        issue.minimum,
        issue.origin,
      );
    case "too_big":
      return limit(
        issue.inclusive === false ? "Harus kurang dari" : atMost(issue.origin),
        issue.maximum,
        issue.origin,
      );
    case "unrecognized_keys":
      return `Isian tidak dikenal: ${issue.keys.join(", ")}`;
    case "invalid_format":
      return "Penulisannya tidak sesuai";
    default:
      return "Isiannya tidak sesuai";
  }
}

function atLeast(origin: string): string {
  return origin in units ? "Paling sedikit" : "Paling kecil";
}

function atMost(origin: string): string {
  return origin in units ? "Paling banyak" : "Paling besar";
}

function limit(words: string, amount: number | bigint, origin: string): string {
  return `${words} ${count.format(amount)}${units[origin] ?? ""}`;
}

interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
}

/** Path and message of every issue: `fields.signatory.name`, `changes[3].value`. */
export function problemsOf(issues: readonly Issue[]): Problem[] {
  return issues.map(({ path = [], message }) => ({
    path: path.map(pathPart).join("").replace(/^\./, ""),
    message,
  }));
}

function pathPart(part: PropertyKey | { key: PropertyKey }): string {
  const key = typeof part === "object" ? part.key : part;
  return typeof key === "number" ? `[${key}]` : `.${String(key)}`;
}
