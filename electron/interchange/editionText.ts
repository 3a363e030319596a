import type { Problem } from "../contract/errors.ts";
import { JsonFault, type JsonValue, readJson } from "./jsonText.ts";
import { quoted } from "./problemText.ts";

/** Reads the JSON of an edition file; a UTF-8 byte order mark is passed over, a fault is one problem at `$`. */
export function parseEditionText(text: string): { value: JsonValue } | { problem: Problem } {
  const content = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (content.trim() === "") {
    return refuse('Berkas ini kosong; seharusnya berisi edisi dengan format "lencana/edition@1".');
  }
  try {
    return { value: readJson(content) };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    if (!error.tooDeep) return refuse(faultSentence(content, error.position));
    return refuse("Isi berkas bersarang terlalu dalam; berkas edisi hanya bersarang 8 tingkat.");
  }
}

function faultSentence(content: string, position: number): string {
  const before = content.slice(0, position);
  const line = before.split("\n").length;
  const column = position - before.lastIndexOf("\n");
  const where = `baris ${line}, kolom ${column}`;
  const found = content[position];
  if (found === undefined) {
    return `Berkas ini bukan JSON yang utuh: isinya berhenti di ${where} sebelum selesai; ambil lagi berkas yang lengkap.`;
  }
  return `Berkas ini bukan JSON yang sah: tanda ${quoted(found)} di ${where} tidak pada tempatnya; perbaiki di sana atau ekspor ulang dari Lencana.`;
}

function refuse(message: string): { problem: Problem } {
  return { problem: { path: "$", message } };
}
