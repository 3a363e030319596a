import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { largestFileBytes, mostParts, openWorkbookFile } from "../../electron/interchange/workbookFile.ts";
import { rawSheet, rawWorkbook } from "../support/rawWorkbook.ts";

const saveAgain = "buka di Excel, pilih Simpan Sebagai lalu Buku Kerja Excel (.xlsx), dan impor berkas itu";
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8("<x/>")])));
const faultOf = (bytes: Uint8Array) => {
  const opened = openWorkbookFile(bytes);
  return "fault" in opened ? opened.fault : null;
};

describe("a file that is no .xlsx is refused by what it is", () => {
  test.each<[string, Uint8Array, string]>([
    ["empty", new Uint8Array(), "Berkas ini kosong; pilih berkas .xlsx yang berisi nilai"],
    [
      "an old .xls",
      Uint8Array.from([...ole, ...new Uint8Array(600)]),
      `Berkas ini berformat Excel lama (.xls); ${saveAgain}`,
    ],
    [
      "locked with a password",
      Uint8Array.from([...ole, ...new Uint8Array(64), ...Buffer.from("EncryptedPackage", "utf16le")]),
      "Berkas ini dikunci dengan kata sandi; buka di Excel, hapus kata sandinya (File, Info, Proteksi Buku Kerja), simpan, lalu impor lagi",
    ],
    [
      "a CSV",
      strToU8("kode;daerah;nilai\r\n35.20;Kabupaten Magetan;87,5\r\n"),
      `Berkas ini teks biasa atau CSV, bukan buku kerja Excel; ${saveAgain}`,
    ],
    [
      "a web page named .xls",
      strToU8("<html><table><tr><td>1</td></tr></table></html>"),
      `Berkas ini halaman web atau XML yang diberi nama Excel; ${saveAgain}`,
    ],
    ["a PDF", strToU8("%PDF-1.7\n..."), "Berkas ini PDF, bukan buku kerja Excel; pilih berkas .xlsx"],
    [
      "bytes of nothing",
      Uint8Array.from([1, 2, 3, 0, 255, 254, 7, 8, 9, 0]),
      `Berkas ini bukan buku kerja Excel; ${saveAgain}`,
    ],
    [
      "a broken zip",
      Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9, 9, 9]),
      `Berkas ini rusak atau tidak lengkap; ${saveAgain}`,
    ],
    [
      "a cut .xlsx",
      rawWorkbook({ sheet: rawSheet("") }).slice(0, -40),
      `Berkas ini rusak atau tidak lengkap; ${saveAgain}`,
    ],
    [
      "a Word document",
      zip("_rels/.rels", "word/document.xml"),
      "Berkas ini dokumen Word, bukan buku kerja Excel; pilih berkas .xlsx",
    ],
    [
      "slides",
      zip("_rels/.rels", "ppt/presentation.xml"),
      "Berkas ini salindia PowerPoint, bukan buku kerja Excel; pilih berkas .xlsx",
    ],
    [
      "a binary workbook",
      zip("_rels/.rels", "xl/workbook.bin"),
      `Berkas ini berformat Excel biner (.xlsb); ${saveAgain}`,
    ],
    [
      "an OpenDocument",
      zip("mimetype", "content.xml"),
      `Berkas ini berformat OpenDocument (.ods); ${saveAgain}`,
    ],
    ["any other zip", zip("foto.jpg"), `Berkas ini bukan buku kerja Excel; ${saveAgain}`],
    [
      "a file of 51 MB",
      new Uint8Array(largestFileBytes + 1),
      "Berkas ini lebih besar dari 50 MB; hapus gambar dan lembar yang tidak perlu lalu impor lagi",
    ],
  ])("%s", (_, bytes, sentence) => {
    expect(faultOf(bytes)).toBe(sentence);
  });
});

describe("a zip that unpacks to far more than it is", () => {
  const tooLarge =
    "Isi berkas ini terlalu besar (lebih dari 300 MB); hapus lembar yang tidak perlu lalu impor lagi";

  test("is refused by the size it declares, without unpacking", () => {
    const bytes = rawWorkbook({ sheet: rawSheet("") });
    setDeclaredSize(bytes, "xl/worksheets/sheet1.xml", 400 * 1024 * 1024);
    expect(faultOf(bytes)).toBe(tooLarge);
  });

  test("never unpacks to more than it declares", () => {
    const bytes = rawWorkbook({ sheet: rawSheet("<row/>".repeat(1_000_000)) });
    setDeclaredSize(bytes, "xl/worksheets/sheet1.xml", 1000);
    const opened = openWorkbookFile(bytes);
    expect("parts" in opened && opened.parts.get("xl/worksheets/sheet1.xml")!.length).toBeLessThanOrEqual(
      1000,
    );
  });

  test("is refused for thousands of parts", () => {
    expect(faultOf(zip(...Array.from({ length: mostParts + 1 }, (_, index) => `p${index}`)))).toBe(tooLarge);
  });
});

test("pictures, charts and their like are left packed", () => {
  const bytes = rawWorkbook({
    sheet: rawSheet(""),
    parts: { "xl/media/foto.xml": "<x/>", "xl/drawings/drawing1.xml": "<x/>", "docProps/app.xml": "<x/>" },
  });
  const opened = openWorkbookFile(bytes);
  expect("parts" in opened && [...opened.parts.keys()]).toEqual([
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
  ]);
});

/** Overwrites the unpacked size of an entry in the zip's directory. */
function setDeclaredSize(bytes: Uint8Array, name: string, size: number): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entry = view.lastIndexOf(name) - 46;
  if (view.readUInt32LE(entry) !== 0x02_01_4b_50) throw new Error("no directory entry");
  view.writeUInt32LE(size, entry + 24);
}
