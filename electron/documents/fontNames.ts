import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const postScriptName = 6;
const windows = 3;

/** The names by which a PDF calls the fonts of some folders. */
export function fontNamesIn(folders: readonly string[]): Set<string> {
  const files = folders.flatMap((folder) =>
    globSync("**/*.{ttf,otf}", { cwd: folder }).map((file) => join(folder, file)),
  );
  return new Set(files.flatMap((file) => nameOf(readFileSync(file)) ?? []));
}

/** The fonts that a PDF was set in, without the letters that mark them as parts of themselves. */
export function fontsOfPdf(bytes: Uint8Array): Set<string> {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new Set<string>();
  const mark = "/FontName /";
  for (let at = pdf.indexOf(mark); at !== -1; at = pdf.indexOf(mark, at + mark.length)) {
    const name = /^[^\s/<>[\]()]+/.exec(
      pdf.toString("latin1", at + mark.length, at + mark.length + 130),
    )?.[0];
    if (name) names.add(name.replace(/^[A-Z]{6}\+/, ""));
  }
  return names;
}

/** From the table "name" of an OpenType file. */
function nameOf(font: Buffer): string | null {
  const tables = font.readUInt16BE(4);
  for (let table = 0; table < tables; table += 1) {
    const head = 12 + table * 16;
    if (font.toString("latin1", head, head + 4) !== "name") continue;
    const at = font.readUInt32BE(head + 8);
    const [count, texts] = [font.readUInt16BE(at + 2), at + font.readUInt16BE(at + 4)];
    for (let record = at + 6; record < at + 6 + count * 12; record += 12) {
      if (font.readUInt16BE(record) !== windows || font.readUInt16BE(record + 6) !== postScriptName) continue;
      const start = texts + font.readUInt16BE(record + 10);
      return font
        .subarray(start, start + font.readUInt16BE(record + 8))
        .swap16()
        .toString("utf16le");
    }
  }
  return null;
}
