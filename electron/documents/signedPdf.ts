import { isDictionary, latin1, type PdfValue } from "./pdfObjects.ts";
import { readSignature } from "./signature.ts";
import { findChange, type PdfUpdate, readUpdate, type UpdateFault, versionsOf } from "./signedUpdate.ts";

/** What a PDF that came back is: ours with a signature added, or why not, in a sentence. */
export type SignedPdf = { signer: string; issuer: string } | { fault: string };

const sentences: Record<UpdateFault, string> = {
  notChecked:
    "Susunan PDF ini tidak dapat diperiksa. Mintalah berkas yang ditandatangani tanpa disimpan ulang dengan program lain.",
  changed: "Ada yang diubah pada dokumen selain penambahan tanda tangan, jadi berkas ini tidak diterima.",
  covers:
    "Gambar tanda tangannya menutupi tulisan atau kode pada dokumen. Tandatangani lagi PDF aslinya dengan gambar tanda tangan di dalam kotak kosong yang disediakan.",
};

/**
 * Checks that a PDF is one of ours with an electronic signature added and nothing else: our bytes are its beginning, what
 * follows gives no page other content, and no picture of a signature covers a word. That the signer's certificate is the
 * agency's own is not checked: it needs the issuer's list, which this computer does not have.
 */
export function checkSignedPdf(ours: Uint8Array, theirs: Uint8Array): SignedPdf {
  if (!Buffer.from(theirs.subarray(0, ours.length)).equals(Buffer.from(ours))) {
    return { fault: otherSentence(latin1(ours), latin1(theirs)) };
  }
  if (theirs.length === ours.length)
    return { fault: "PDF ini belum ditandatangani: sama persis dengan yang dikeluarkan." };
  const update = readUpdate(latin1(theirs), ours.length);
  if ("fault" in update) return { fault: sentences[update.fault] };
  const fault = findChange(update);
  return fault ? { fault: sentences[fault] } : readSignatures(update, theirs);
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

/** A signature in what was added: the bytes it is over, and the rest of it. */
interface FoundSignature {
  dictionary: { [key: string]: PdfValue };
  /** From the start to `first`, and from `second` on so many; between them stands the signature itself. */
  first: number;
  second: number;
  end: number;
}

/** Every signature is checked over its own bytes; the last one must be over the whole file. */
function readSignatures(update: PdfUpdate, bytes: Uint8Array): SignedPdf {
  const { pdf, oursEnd, added } = update;
  const dictionaries = [...added.keys()].flatMap((number) =>
    versionsOf(update, `${number} 0 R`).flatMap(signaturesIn),
  );
  if (dictionaries.length === 0) return { fault: "Tidak ada tanda tangan elektronik di dalam PDF ini." };
  const found: FoundSignature[] = [];
  for (const dictionary of dictionaries) {
    const range = dictionary["/ByteRange"];
    const [start, first = 0, second = 0, length = 0] = Array.isArray(range) ? range.map(Number) : [];
    const end = second + length;
    if (start !== 0 || !(first > oursEnd && second > first && end <= bytes.length)) {
      return { fault: "Tanda tangannya tidak mencakup seluruh dokumen." };
    }
    const contents = pdf.slice(first, second);
    if (!/^<[0-9A-Fa-f\s]+>$/.test(contents) || contents !== dictionary["/Contents"]) {
      return { fault: "Tanda tangannya tidak mencakup seluruh berkas; ada bagian yang dilewati." };
    }
    found.push({ dictionary, first, second, end });
  }
  const inOrder = found.toSorted((a, b) => a.end - b.end);
  const last = inOrder.at(-1)!;
  if (last.end !== bytes.length)
    return { fault: "Tanda tangannya tidak mencakup seluruh berkas; ada yang ditambahkan sesudahnya." };
  // What no viewer finds through a field is no signature to anybody who opens the file.
  if (!signedFields(update).some((one) => one["/Contents"] === last.dictionary["/Contents"]))
    return { fault: "Tidak ada tanda tangan elektronik di dalam PDF ini." };
  if (!/startxref\s+\d+\s+%%EOF\s*$/.test(pdf.slice(-80))) return { fault: sentences.notChecked };
  let read: SignedPdf = { fault: sentences.notChecked };
  for (const one of inOrder) {
    read = readOne(pdf, bytes, one);
    if ("fault" in read) return read;
  }
  return read;
}

function readOne(pdf: string, bytes: Uint8Array, { first, second, end }: FoundSignature): SignedPdf {
  const signed = Buffer.concat([bytes.subarray(0, first), bytes.subarray(second, end)]);
  const hex = pdf.slice(first, second).replaceAll(/[<>\s]/g, "");
  const read = readSignature(Buffer.from(hex, "hex"), signed);
  return "signer" in read ? read : { fault: signatureSentences[read.fault] };
}

const signatureSentences = {
  otherBytes:
    "Tanda tangan elektronik di dalam PDF ini dibuat untuk isi lain: berkasnya diubah sesudah ditandatangani, atau tanda tangannya dipindahkan dari dokumen lain.",
  weak: "Tanda tangan elektronik di dalam PDF ini memakai SHA-1 atau MD5, yang dapat dipalsukan. Tandatangani lagi PDF aslinya dengan SHA-256.",
  invalid: "Tanda tangan elektronik di dalam PDF ini tidak sah.",
};

/** Dictionaries that say which bytes they sign, wherever in a value they stand. */
function signaturesIn(value: PdfValue): { [key: string]: PdfValue }[] {
  if (Array.isArray(value)) return value.flatMap(signaturesIn);
  if (!isDictionary(value)) return [];
  return value["/ByteRange"] === undefined ? Object.values(value).flatMap(signaturesIn) : [value];
}

/** What the signature fields of the form hold, as a viewer lists them. */
function signedFields(update: PdfUpdate): { [key: string]: PdfValue }[] {
  const form = newest(update, newest(update, update.ours.trailer["/Root"])?.["/AcroForm"]);
  const fields = form ? versionsOf(update, form["/Fields"])[0] : undefined;
  return fieldsIn(update, fields, 0);
}

function fieldsIn(
  update: PdfUpdate,
  list: PdfValue | undefined,
  depth: number,
): { [key: string]: PdfValue }[] {
  if (!Array.isArray(list) || depth > 4) return [];
  return list.flatMap((one) => {
    const field = newest(update, one);
    const value = newest(update, field?.["/V"]);
    const below = fieldsIn(update, field && versionsOf(update, field["/Kids"])[0], depth + 1);
    return value ? [value, ...below] : below;
  });
}

function newest(update: PdfUpdate, value: PdfValue | undefined): { [key: string]: PdfValue } | undefined {
  const [first] = versionsOf(update, value);
  return isDictionary(first) ? first : undefined;
}
