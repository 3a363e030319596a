import type { EditionRow } from "../contract/editions.ts";
import type { CharterDesign, Paper } from "../documents/paperData.ts";
import { canonicalJson, type Json } from "../domain/canonicalJson.ts";
import { shortHead } from "../domain/ledger.ts";
import { paperCode } from "../domain/paperCode.ts";
import { sha256 } from "./sha256.ts";

/** Pictures are long and the same on hundreds of papers: each is hashed once, and stands in the content as its hash. */
const pictureHashes = new WeakMap<object, string>();

/**
 * SHA-256 over all that a paper says and shows, as canonical JSON. What only ties it to the record (serial, rule book,
 * ledger head) is left out: that changes while the paper says the same.
 */
function contentHash(paper: Paper): string {
  const said = paper.kind === "charter" ? { ...paper, design: inkOf(paper.design) } : paper;
  return sha256(canonicalJson(plain({ ...said, proof: undefined })));
}

/**
 * What of a design shows on paper: neither its name nor what its parts are called, nor where a blank would be moved that
 * it is not. An own template may print any of that.
 */
function inkOf(given: CharterDesign): object {
  if (given.source !== null) return given;
  const { design } = given;
  const elements = design.elements.map((element) => ({ ...element, id: undefined }));
  const offset = design.blank ? design.offset : undefined;
  return { ...given, design: { ...design, name: undefined, offset, elements } };
}

/**
 * Puts serial and code on a paper. The same paper of the same sealed results with the same content has the same serial;
 * whatever changes gives another, so that a serial always says exactly what is on the sheet.
 */
export function stampPaper<P extends Paper>(
  edition: Pick<EditionRow, "year" | "title">,
  { key, paper, versions }: { key: string; paper: P; versions: Record<string, number> },
): { paper: P; serial: string; content: string } {
  const content = contentHash(paper);
  const serial = serialOf(edition, { key, versions, content });
  const bare = paper.proof ?? { ruleBook: null, version: null, serial: null, head: null };
  return {
    paper: { ...paper, proof: { ...bare, serial, code: paperCode(serial, content) } },
    serial,
    content,
  };
}

/** The serial of a paper by its content; of its word processor's file, which bears none, another. */
export function serialOf(
  { year, title }: Pick<EditionRow, "year" | "title">,
  { key, versions, content }: { key: string; versions: Record<string, number>; content: string },
  form: "pdf" | "docx" = "pdf",
): string {
  const named = { year, title, key, versions, content, ...(form === "docx" && { form }) };
  return shortHead(sha256(canonicalJson(named))).slice(0, 9);
}

function plain(value: unknown): Json {
  if (typeof value !== "object" || value === null) return scalar(value);
  if (Array.isArray(value)) return value.map(plain);
  if ("base64" in value && typeof value.base64 === "string") {
    let hash = pictureHashes.get(value);
    if (hash === undefined) pictureHashes.set(value, (hash = sha256(value.base64)));
    return hash;
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [[name, plain(one)]])),
  );
}

/** Designs measure in fractions of millimetres, which canonical JSON does not take as numbers. */
function scalar(value: unknown): Json {
  if (typeof value === "number" && !Number.isSafeInteger(value)) return String(value);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
