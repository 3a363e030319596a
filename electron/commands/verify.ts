import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import type { CommandOutcome } from "../interchange/rankFile.ts";
import { checkoutPaths } from "../platform/paths.ts";
import { type DatabaseReport, verifyDatabase } from "../services/databaseVerifying.ts";
import { hashStart } from "../verifier/head.ts";
import { verifierScript } from "../verifier/script.ts";
import { type BundleReport, verifyBundle } from "./verifyBundle.ts";

/**
 * `lencana verify DB|BUNDLE [--head CODE]`: the ledgers of a database held against its data, or a bundle checked as
 * its own page does. Exit code 0: all of it holds; 1: something differs, a sentence each; 2: nothing to check.
 */
export function runVerify(
  root: string,
  path: string,
  { head, json }: { head: string | null; json: boolean },
): CommandOutcome {
  if (head !== null && hashStart(head) === null) {
    return refused(
      `--head ${head} bukan kepala buku catatan: 16 angka dan huruf, misalnya 7F3K-9QXM-2B4D-HJ8N.`,
    );
  }
  const isDatabase = findIsDatabase(path);
  if (isDatabase === null)
    return refused(`Berkas ${path} tidak ada atau tidak dapat dibaca. Periksa letaknya.`);
  const report = isDatabase
    ? verifyDatabase(path, head)
    : verifyBundle(readFileSync(path), head, verifierScript(checkoutPaths(root)));
  const intact = !hasFindings(report) && report.paper?.fits !== false;
  const stdout = json
    ? `${JSON.stringify({ format: "lencana/verify@1", intact, ...report }, null, 1)}\n`
    : `${linesOf(report, intact).join("\n")}\n`;
  return { exitCode: intact ? 0 : 1, stdout, stderr: "" };
}

function hasFindings(report: DatabaseReport | BundleReport): boolean {
  if (report.findings.length > 0) return true;
  return report.kind === "database" && report.chains.some(({ findings }) => findings.length > 0);
}

function linesOf(report: DatabaseReport | BundleReport, intact: boolean): string[] {
  const about = report.kind === "database" ? databaseLines(report) : bundleLines(report);
  const paper = report.paper
    ? `Kertas: ${report.paper.sentence}`
    : "Belum dicocokkan dengan kertas: tambahkan --head dengan kode yang tercetak di rekapitulasi atau berita acara.";
  return [...about, paper, intact ? "Utuh." : "Tidak utuh."];
}

function databaseLines({ chains, findings }: DatabaseReport): string[] {
  if (chains.length === 0)
    return ["Belum ada edisi yang diamankan, jadi belum ada buku catatan.", ...findings];
  return [
    ...findings,
    ...chains.flatMap(({ editionId, title, entries, shortHead, findings: own }) => [
      `${editionId}: ${title}, ${entries} catatan, kepala ${shortHead}${own.length === 0 ? ": utuh" : ""}`,
      ...own.map((sentence) => `  ${sentence}`),
    ]),
  ];
}

function bundleLines({ title, entries, shortHead, seals, findings }: BundleReport): string[] {
  return [
    ...(title === null ? [] : [`${title}, ${entries} catatan, kepala ${shortHead}`]),
    ...seals.map(
      ({ name, entry, signers, needed }) =>
        `  ${name}: disegel di catatan ke-${entry}, ${signers.length} dari ${needed} tanda tangan yang diperlukan`,
    ),
    ...findings,
  ];
}

/** By its first bytes; null where no file can be read. */
function findIsDatabase(path: string): boolean | null {
  const start = Buffer.alloc(16);
  try {
    const file = openSync(path, "r");
    try {
      readSync(file, start);
    } finally {
      closeSync(file);
    }
    return start.toString("latin1") === "SQLite format 3\0";
  } catch {
    return null;
  }
}

function refused(sentence: string): CommandOutcome {
  return { exitCode: 2, stdout: "", stderr: `${sentence}\n` };
}
