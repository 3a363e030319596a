import { readFileSync, statSync } from "node:fs";
import { formatDecimal } from "../domain/indonesian.ts";
import { rankEdition } from "../domain/ranking.ts";
import { editionFileLimitBytes, readEdition } from "./editionFile.ts";
import { quoted } from "./problemText.ts";
import { rankingText } from "./rankingText.ts";

/** What a command leaves behind: 0 done, 1 the file breaks a rule, 2 wrong usage. */
export interface CommandOutcome {
  exitCode: 0 | 1 | 2;
  stdout: string;
  stderr: string;
}

/**
 * `lencana rank FILE`: validates and ranks one edition file without any database. With `json` the result is
 * `lencana/result@1`, otherwise a table to read; problems go to stderr, one a line.
 */
export function rankFile(path: string, { json }: { json: boolean }): CommandOutcome {
  const content = readContent(path);
  if ("outcome" in content) return content.outcome;
  const read = readEdition(content.text);
  if ("problems" in read) {
    return failed(1, ...read.problems.map((problem) => `${problem.path}: ${problem.message}`));
  }
  const result = rankEdition(read.edition);
  const stdout = json ? `${JSON.stringify(result, null, 1)}\n` : rankingText(read.edition, result);
  return { exitCode: 0, stdout, stderr: "" };
}

function readContent(path: string): { text: string } | { outcome: CommandOutcome } {
  const name = `Berkas ${quoted(path)}`;
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) {
      return {
        outcome: failed(2, `${quoted(path)} adalah folder; tulis letak sebuah berkas edisi (.json).`),
      };
    }
    if (!stats.isFile()) {
      return {
        outcome: failed(2, `${quoted(path)} bukan berkas biasa; tulis letak sebuah berkas edisi (.json).`),
      };
    }
    // Before a byte is read: a file of hundreds of megabytes must not fill the memory only to be refused.
    if (stats.size > editionFileLimitBytes) {
      const limit = megabytes(editionFileLimitBytes);
      const sentence = `${name} berukuran ${megabytes(stats.size)} MB; berkas edisi paling besar ${limit} MB, periksa apakah ini berkas yang benar.`;
      return { outcome: failed(1, sentence) };
    }
    return decoded(readFileSync(path), name);
  } catch (error) {
    const sentence = openingFault(error);
    if (sentence === null) throw error;
    return { outcome: failed(2, `${name} ${sentence}`) };
  }
}

function decoded(bytes: Uint8Array, name: string): { text: string } | { outcome: CommandOutcome } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return {
      outcome: failed(
        1,
        `${name} bukan teks UTF-8; simpan ulang sebagai UTF-8 atau ekspor lagi dari Lencana.`,
      ),
    };
  }
}

function openingFault(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  switch (error.code) {
    case "ENOENT":
    case "ENOTDIR":
    case "ENAMETOOLONG":
      return "tidak ditemukan; periksa letak dan namanya.";
    case "EACCES":
    case "EPERM":
      return "tidak boleh dibaca; minta izin baca atas berkas itu.";
    case "EBUSY":
    case "EIO":
    case "EMFILE":
    case "ELOOP":
      return "tidak dapat dibaca dari penyimpanannya; salin dahulu ke folder lain, lalu coba lagi.";
    default:
      return null;
  }
}

function failed(exitCode: 1 | 2, ...lines: string[]): CommandOutcome {
  return { exitCode, stdout: "", stderr: `${lines.join("\n")}\n` };
}

function megabytes(bytes: number): string {
  return formatDecimal(String(Math.ceil(bytes / (1024 * 1024))));
}
