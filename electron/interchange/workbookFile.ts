import { unzipSync } from "fflate";

/** Largest workbook file that is opened, in bytes. */
export const largestFileBytes = 50 * 1024 * 1024;
/** Largest sum of the unpacked parts that are read, in bytes: a small file can hold a huge one (zip bomb). */
export const largestUnpackedBytes = 300 * 1024 * 1024;
/** Most parts in one workbook file. */
export const mostParts = 5000;

/** The XML parts of a workbook by their path inside the file, or one sentence saying why it is none. */
export type OpenedFile = { parts: Map<string, Uint8Array> } | { fault: string };

const saveAgain = "buka di Excel, pilih Simpan Sebagai lalu Buku Kerja Excel (.xlsx), dan impor berkas itu";
const oleMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const zipMagic = [0x50, 0x4b];
// Pictures, drawings, charts and pivots hold no cells: not unpacking them costs nothing and trusts less.
const neededPart = /\.(xml|rels)$/i;
const needlessPart =
  /(^|\/)(media|drawings|charts|chartsheets|theme|comments|threadedComments|pivot\w*|externalLinks|embeddings|printerSettings|customXml|docProps)\//i;

/** Unpacks the parts of an .xlsx that hold cells, after looking at what the bytes really are. */
export function openWorkbookFile(bytes: Uint8Array): OpenedFile {
  const fault = findForeignKind(bytes);
  if (fault !== null) return { fault };
  let unpackedBytes = 0;
  let entries = 0;
  const names: string[] = [];
  try {
    const unpacked = unzipSync(bytes, {
      filter: (entry) => {
        entries += 1;
        if (entries > mostParts) throw new TooLarge();
        names.push(entry.name);
        if (!neededPart.test(entry.name) || needlessPart.test(entry.name)) return false;
        unpackedBytes += entry.originalSize;
        if (unpackedBytes > largestUnpackedBytes) throw new TooLarge();
        return true;
      },
    });
    const parts = new Map(Object.entries(unpacked).map(([name, part]) => [partPath(name), part]));
    if (parts.has("xl/workbook.xml") || parts.has("_rels/.rels")) return otherOfficeFile(names) ?? { parts };
    return otherOfficeFile(names) ?? { fault: `Berkas ini bukan buku kerja Excel; ${saveAgain}` };
  } catch (error) {
    if (error instanceof TooLarge) {
      return {
        fault: `Isi berkas ini terlalu besar (lebih dari ${megabytes(largestUnpackedBytes)}); hapus lembar yang tidak perlu lalu impor lagi`,
      };
    }
    return { fault: `Berkas ini rusak atau tidak lengkap; ${saveAgain}` };
  }
}

class TooLarge extends Error {}

function findForeignKind(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return "Berkas ini kosong; pilih berkas .xlsx yang berisi nilai";
  if (bytes.length > largestFileBytes) {
    return `Berkas ini lebih besar dari ${megabytes(largestFileBytes)}; hapus gambar dan lembar yang tidak perlu lalu impor lagi`;
  }
  if (startsWith(bytes, oleMagic)) {
    // An encrypted .xlsx is an OLE container with this stream; a plain one is the Excel of before 2007.
    return containsUtf16(bytes, "EncryptedPackage")
      ? "Berkas ini dikunci dengan kata sandi; buka di Excel, hapus kata sandinya (File, Info, Proteksi Buku Kerja), simpan, lalu impor lagi"
      : `Berkas ini berformat Excel lama (.xls); ${saveAgain}`;
  }
  if (startsWith(bytes, zipMagic)) return null;
  const opening = new TextDecoder().decode(bytes.subarray(0, 4096));
  if (opening.startsWith("%PDF")) return "Berkas ini PDF, bukan buku kerja Excel; pilih berkas .xlsx";
  if (/<(html|table|!doctype|\?xml)/i.test(opening)) {
    return `Berkas ini halaman web atau XML yang diberi nama Excel; ${saveAgain}`;
  }
  if (isReadableText(opening)) return `Berkas ini teks biasa atau CSV, bukan buku kerja Excel; ${saveAgain}`;
  return `Berkas ini bukan buku kerja Excel; ${saveAgain}`;
}

function otherOfficeFile(names: string[]): OpenedFile | null {
  const holds = (start: string) => names.some((name) => partPath(name).startsWith(start));
  if (holds("xl/workbook.bin")) return { fault: `Berkas ini berformat Excel biner (.xlsb); ${saveAgain}` };
  if (holds("word/")) return { fault: "Berkas ini dokumen Word, bukan buku kerja Excel; pilih berkas .xlsx" };
  if (holds("ppt/"))
    return { fault: "Berkas ini salindia PowerPoint, bukan buku kerja Excel; pilih berkas .xlsx" };
  if (holds("content.xml")) return { fault: `Berkas ini berformat OpenDocument (.ods); ${saveAgain}` };
  return null;
}

function partPath(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "");
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((value, index) => bytes[index] === value);
}

function containsUtf16(bytes: Uint8Array, text: string): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.includes(Buffer.from(text, "utf16le"));
}

function isReadableText(opening: string): boolean {
  return !/[\p{Cc}\ufffd]/u.test(opening.slice(0, -4).replaceAll(/[\t\n\v\f\r]/g, ""));
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
