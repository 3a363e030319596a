import { parse } from "lossless-json";
import type { Problem } from "../contract/errors.ts";
import { quoted } from "./problemText.ts";

/** JSON as it stands in the file: numbers keep the characters they were written with. */
export type JsonValue =
  | null
  | boolean
  | string
  | WrittenNumber
  | RepeatedKey
  | readonly JsonValue[]
  | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

/** A number exactly as written: `87.10`, never the nearest double. */
export class WrittenNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Stands where an object gives one key twice with different values; `value` is the last of them. */
export class RepeatedKey {
  readonly value: JsonValue;
  constructor(value: JsonValue) {
    this.value = value;
  }
}

/** Reads JSON text without losing a digit or a repeated key; a UTF-8 byte order mark is passed over. */
export function parseJsonText(text: string): { value: JsonValue } | { problem: Problem } {
  const content = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (content.trim() === "") {
    return refuse('Berkas ini kosong; seharusnya berisi edisi dengan format "lencana/edition@1".');
  }
  try {
    return { value: parseLossless(content) };
  } catch (error) {
    if (error instanceof RangeError) {
      return refuse("Isi berkas bersarang terlalu dalam; berkas edisi hanya bersarang 8 tingkat.");
    }
    if (error instanceof SyntaxError) return refuse(syntaxSentence(content, error.message));
    throw error;
  }
}

function parseLossless(content: string): JsonValue {
  const value = parse(content, null, {
    parseNumber: (written) => new WrittenNumber(written),
    onDuplicateKey: ({ newValue }) => (isJsonValue(newValue) ? new RepeatedKey(newValue) : undefined),
  });
  if (!isJsonValue(value)) throw new Error("the JSON parser gave no value and no error");
  return value;
}

/** The parser's results are typed `unknown`; with the two hooks above they can only be this. */
function isJsonValue(value: unknown): value is JsonValue {
  return value !== undefined;
}

function syntaxSentence(content: string, parserMessage: string): string {
  const position = Number(/at position (\d+)$/.exec(parserMessage)?.[1] ?? 0);
  const before = content.slice(0, position);
  const line = before.split("\n").length;
  const column = position - (before.lastIndexOf("\n") + 1) + 1;
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
