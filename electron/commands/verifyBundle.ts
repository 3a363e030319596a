import { sha256 } from "../services/sha256.ts";
import { pageOf, readPage } from "../verifier/bundleHtml.ts";
import { checkBundle } from "../verifier/check.ts";
import { type HeadMatch, matchHead, shortHead } from "../verifier/head.ts";

export interface BundleReport {
  kind: "bundle";
  title: string | null;
  entries: number;
  head: string | null;
  shortHead: string | null;
  seals: { name: string; entry: number; signers: string[]; needed: number }[];
  findings: string[];
  /** What a code typed from paper says; null when none was typed. */
  paper: HeadMatch | null;
}

/**
 * Checks a bundle, as its page or as the JSON in it, like the page does; and beyond that, which the page cannot do of
 * itself, that the page is to the byte what Lencana makes of these data with the script it ships.
 */
export function verifyBundle(bytes: Uint8Array, typed: string | null, script: string): BundleReport {
  const text = decode(bytes);
  if (text === null) return notABundle("Berkas ini bukan teks UTF-8: rusak, atau bukan bukti hasil Lencana.");
  if (text.startsWith("{")) return reportOf(text, null, typed, []);
  const page = readPage(text);
  if (!page) return notABundle("Berkas ini bukan halaman bukti hasil Lencana, atau halamannya diubah.");
  return reportOf(page.data, page.digest, typed, findPageFindings(text, page, script));
}

function findPageFindings(html: string, page: { data: string; script: string }, script: string): string[] {
  if (html === pageOf(page.data, script, sha256)) return [];
  if (page.script === script) return ["Halaman di sekitar datanya bukan yang dibuat Lencana."];
  return [
    `Pemeriksa di halaman ini (SHA-256 ${sha256(page.script)}) bukan yang dibawa Lencana ini (${sha256(script)}): diubah, atau dari versi lain. Datanya diperiksa dengan yang dibawa Lencana ini.`,
  ];
}

function reportOf(
  data: string,
  digest: string | null,
  typed: string | null,
  pageFindings: string[],
): BundleReport {
  const { bundle, seals, findings } = checkBundle(data, digest, sha256);
  const hashes = bundle?.ledger.map(({ hash }) => hash) ?? [];
  const head = hashes.at(-1) ?? null;
  return {
    kind: "bundle",
    title: bundle?.title ?? null,
    entries: hashes.length,
    head,
    shortHead: head && shortHead(head),
    seals: seals.map(({ name, seq, signers, needed }) => ({ name, entry: seq, signers, needed })),
    findings: [...pageFindings, ...findings],
    paper: typed === null ? null : matchHead(typed, hashes, seals),
  };
}

function notABundle(sentence: string): BundleReport {
  return {
    kind: "bundle",
    title: null,
    entries: 0,
    head: null,
    shortHead: null,
    seals: [],
    findings: [sentence],
    paper: null,
  };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
