import { isDeepStrictEqual } from "node:util";
import { isDictionary, latin1, type PdfValue, readObject, readXref, referenceOf } from "./pdfObjects.ts";
import { readSignature } from "./signature.ts";

/** What a PDF that came back is: ours with a signature added, or why not, in a sentence. */
export type SignedPdf = { signer: string; issuer: string } | { fault: string };

const notChecked =
  "Susunan PDF ini tidak dapat diperiksa. Mintalah berkas yang ditandatangani tanpa disimpan ulang dengan program lain.";
const changed =
  "Ada yang diubah pada dokumen selain penambahan tanda tangan, jadi berkas ini tidak diterima.";

/**
 * Checks that a PDF is one of ours with an electronic signature added and nothing else: our bytes are its beginning, and
 * what follows gives no page other content. That the signer's certificate is the agency's own is not checked: it needs
 * the issuer's list, which this computer does not have.
 */
export function checkSignedPdf(ours: Uint8Array, theirs: Uint8Array): SignedPdf {
  if (!Buffer.from(theirs.subarray(0, ours.length)).equals(Buffer.from(ours))) {
    return { fault: otherSentence(latin1(ours), latin1(theirs)) };
  }
  if (theirs.length === ours.length)
    return { fault: "PDF ini belum ditandatangani: sama persis dengan yang dikeluarkan." };
  const pdf = latin1(theirs);
  const fault = findChange(pdf, ours.length);
  if (fault) return { fault };
  return readSignatures(pdf, theirs, ours.length);
}

/** What a PDF is that does not begin with our bytes. */
function otherSentence(ours: string, theirs: string): string {
  if (!theirs.slice(0, 1024).includes("%PDF-")) return "Berkas ini bukan PDF.";
  if (!/<xmp:CreatorTool>Typst /.test(theirs))
    return "PDF ini bukan dari Lencana, atau disimpan ulang dengan program lain sehingga tidak dapat dicocokkan lagi.";
  const title = titleOf(theirs);
  if (title !== null && title !== titleOf(ours))
    return `PDF ini dokumen lain, berjudul “${title}”. Masukkan pada barisnya sendiri.`;
  return "PDF ini bukan yang sekarang berlaku: judulnya sama, tetapi isinya lain. Mungkin milik penerima lain, dikeluarkan sebelum isinya diubah, atau diubah sesudah dikeluarkan.";
}

/** The title that a PDF gives itself in its metadata, as it was when it went out. */
function titleOf(pdf: string): string | null {
  const [, written] = /<dc:title><rdf:Alt><rdf:li[^>]*>([^<]{1,500})</.exec(pdf) ?? [];
  if (written === undefined) return null;
  const text = Buffer.from(written, "latin1").toString("utf8");
  const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => signs[name] ?? whole);
}

/** Follows the cross-reference tables, as a viewer does, from the last to ours. */
function findChange(pdf: string, oursEnd: number): string | null {
  const ourStart = lastStart(pdf.slice(0, oursEnd));
  const ours = ourStart === null ? null : readXref(pdf, ourStart);
  if (!ours) return notChecked;
  const newer = new Map<number, number>();
  let start = lastStart(pdf);
  let root: PdfValue | undefined;
  const visited = new Set<number>();
  while (start !== null && start !== ourStart) {
    const index = visited.has(start) ? null : readXref(pdf, start);
    if (!index || start < oursEnd) return notChecked;
    visited.add(start);
    root ??= index.trailer["/Root"];
    for (const [number, offset] of index.offsets) if (!newer.has(number)) newer.set(number, offset);
    const previous = index.trailer["/Prev"];
    start = typeof previous === "string" ? Number(previous) : null;
  }
  if (start === null) return notChecked;
  if (root !== undefined && root !== ours.trailer["/Root"]) return changed;
  const read = (number: number) => {
    const offset = newer.get(number) ?? ours.offsets.get(number);
    return offset === undefined ? null : readObject(pdf, number, offset);
  };
  for (const [number, offset] of newer) {
    const before = ours.offsets.get(number);
    if (before === undefined || before === offset) continue;
    if (offset < oursEnd) return changed;
    const [old, now] = [readObject(pdf, number, before), readObject(pdf, number, offset)];
    if (!isDictionary(now) || !isDictionary(old)) return changed;
    if (number === referenceOf(ours.trailer["/Info"])) continue;
    if (old["/Type"] === "/Metadata" && now["/Type"] === "/Metadata") continue;
    const free = old["/Type"] === "/Catalog" ? freeInCatalog : old["/Type"] === "/Page" ? freeInPage : null;
    // Two streams can be different under the same dictionary, so whatever else is written again must be so to the byte.
    if (!free && textOf(pdf, before) !== textOf(pdf, offset)) return changed;
    if (free && !isDeepStrictEqual(without(old, free), without(now, free))) return changed;
    if (old["/Type"] === "/Page" && !onlySignaturesAdded(old["/Annots"], now["/Annots"], read))
      return changed;
  }
  return null;
}

/** What a signature must be able to write: where its fields are, and its long-term validation data. */
const freeInCatalog = ["/AcroForm", "/DSS", "/Extensions", "/Perms", "/Version", "/Metadata"];
const freeInPage = ["/Annots"];

/** Any other annotation could lie over what the paper says. */
function onlySignaturesAdded(
  before: PdfValue | undefined,
  after: PdfValue | undefined,
  read: (number: number) => PdfValue | null,
): boolean {
  const list = (value: PdfValue | undefined) => {
    const number = referenceOf(value);
    const items = number === null ? value : read(number);
    return Array.isArray(items) ? items : [];
  };
  const old = list(before);
  const now = list(after);
  if (!old.every((one) => now.includes(one))) return false;
  return now
    .filter((one) => !old.includes(one))
    .every((one) => {
      const number = referenceOf(one);
      const annotation = number === null ? one : read(number);
      return isDictionary(annotation) && annotation["/Subtype"] === "/Widget" && annotation["/FT"] === "/Sig";
    });
}

function readSignatures(pdf: string, bytes: Uint8Array, oursEnd: number): SignedPdf {
  const ranges = Array.from(
    pdf.slice(oursEnd).matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g),
    (match) => match.slice(1).map(Number),
  );
  if (ranges.length === 0) return { fault: "Tidak ada tanda tangan elektronik di dalam PDF ini." };
  const whole = ranges.find(
    ([start = 0, first = 0, second = 0, length = 0]) =>
      start === 0 && first > oursEnd && second > first && second + length === bytes.length,
  );
  if (!whole)
    return { fault: "Tanda tangannya tidak mencakup seluruh berkas; ada yang ditambahkan sesudahnya." };
  const [, first = 0, second = 0] = whole;
  const contents = pdf.slice(first, second);
  if (!/^<[0-9A-Fa-f\s]+>$/.test(contents)) {
    return { fault: "Tanda tangannya tidak mencakup seluruh berkas; ada bagian yang dilewati." };
  }
  const signed = Buffer.concat([bytes.subarray(0, first), bytes.subarray(second)]);
  const read = readSignature(Buffer.from(contents.replaceAll(/[<>\s]/g, ""), "hex"), signed);
  if ("signer" in read) return read;
  return {
    fault:
      read.fault === "otherBytes"
        ? "Tanda tangan elektronik di dalam PDF ini dibuat untuk isi lain: berkasnya diubah sesudah ditandatangani, atau tanda tangannya dipindahkan dari dokumen lain."
        : "Tanda tangan elektronik di dalam PDF ini tidak sah.",
  };
}

function textOf(pdf: string, offset: number): string {
  return pdf.slice(offset, pdf.indexOf("endobj", offset)).trim();
}

function lastStart(pdf: string): number | null {
  const found = pdf.lastIndexOf("startxref");
  const number = found < 0 ? undefined : /^startxref\s+(\d+)/.exec(pdf.slice(found, found + 40))?.[1];
  return number === undefined ? null : Number(number);
}

function without(
  dictionary: { [key: string]: PdfValue },
  keys: readonly string[],
): { [key: string]: PdfValue } {
  return Object.fromEntries(Object.entries(dictionary).filter(([key]) => !keys.includes(key)));
}
