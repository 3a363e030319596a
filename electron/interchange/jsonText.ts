/**
 * JSON as it stands in a file. `JSON.parse` rounds numbers to doubles and forgets keys given twice, and the lossless
 * parsers that could be had build long texts letter by letter, which takes gigabytes for a picture in a wrong file.
 */
export type JsonValue =
  | null
  | boolean
  | string
  | WrittenNumber
  | RepeatedKey
  | readonly JsonValue[]
  | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

/** A number in the characters it was written with: `87.10`, never the nearest double. */
export class WrittenNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Stands where an object gives one key more than once; `value` is the last of them. */
export class RepeatedKey {
  readonly value: JsonValue;
  constructor(value: JsonValue) {
    this.value = value;
  }
}

/** Text that is no JSON: the first character, counted from 0, that cannot stand where it does. */
export class JsonFault extends Error {
  readonly position: number;
  readonly tooDeep: boolean;
  constructor(position: number, tooDeep = false) {
    super(`no JSON at ${position}`);
    this.position = position;
    this.tooDeep = tooDeep;
  }
}

/** Deeper than any file of ours, and far from the end of the stack. */
const deepest = 100;

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escapePattern = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

interface Cursor {
  readonly text: string;
  at: number;
}

/** Reads one JSON document (RFC 8259); a `JsonFault` for anything else. */
export function readJson(text: string): JsonValue {
  const cursor: Cursor = { text, at: 0 };
  const value = readValue(cursor, 0);
  if (cursor.at < text.length) throw new JsonFault(cursor.at);
  return value;
}

function readValue(cursor: Cursor, depth: number): JsonValue {
  if (depth > deepest) throw new JsonFault(cursor.at, true);
  skipSpace(cursor);
  const value = readBareValue(cursor, depth);
  skipSpace(cursor);
  return value;
}

function readBareValue(cursor: Cursor, depth: number): JsonValue {
  switch (cursor.text[cursor.at]) {
    case '"':
      return readString(cursor);
    case "{":
      return readObject(cursor, depth);
    case "[":
      return readArray(cursor, depth);
    case "t":
      return readWord(cursor, "true", true);
    case "f":
      return readWord(cursor, "false", false);
    case "n":
      return readWord(cursor, "null", null);
    default:
      return new WrittenNumber(readPattern(cursor, numberPattern));
  }
}

function readObject(cursor: Cursor, depth: number): JsonObject {
  const object: Record<string, JsonValue> = {};
  cursor.at += 1;
  skipSpace(cursor);
  if (takes(cursor, "}")) return object;
  do {
    skipSpace(cursor);
    if (cursor.text[cursor.at] !== '"') throw new JsonFault(cursor.at);
    const key = readString(cursor);
    skipSpace(cursor);
    expect(cursor, ":");
    const value = readValue(cursor, depth + 1);
    setKey(object, key, Object.hasOwn(object, key) ? new RepeatedKey(value) : value);
  } while (takes(cursor, ","));
  expect(cursor, "}");
  return object;
}

function setKey(object: Record<string, JsonValue>, key: string, value: JsonValue): void {
  // A plain assignment would set the prototype.
  if (key === "__proto__") {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else object[key] = value;
}

function readArray(cursor: Cursor, depth: number): JsonValue[] {
  const list: JsonValue[] = [];
  cursor.at += 1;
  skipSpace(cursor);
  if (takes(cursor, "]")) return list;
  do list.push(readValue(cursor, depth + 1));
  while (takes(cursor, ","));
  expect(cursor, "]");
  return list;
}

/** Finds the closing quote first, so that the text is cut out in one piece. */
function readString(cursor: Cursor): string {
  const start = cursor.at;
  let escaped = false;
  cursor.at += 1;
  for (;;) {
    const code = cursor.text.charCodeAt(cursor.at);
    if (code === 0x22) break;
    // NaN at the end of the text is below nothing, hence the negation.
    if (!(code >= 0x20)) throw new JsonFault(cursor.at);
    if (code === 0x5c) {
      escaped = true;
      readPattern(cursor, escapePattern);
    } else cursor.at += 1;
  }
  cursor.at += 1;
  if (!escaped) return cursor.text.slice(start + 1, cursor.at - 1);
  return String(JSON.parse(cursor.text.slice(start, cursor.at)));
}

function readPattern(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  if (found === undefined) throw new JsonFault(cursor.at);
  cursor.at += found.length;
  return found;
}

function readWord<T>(cursor: Cursor, word: string, value: T): T {
  for (const letter of word) expect(cursor, letter);
  return value;
}

function expect(cursor: Cursor, character: string): void {
  if (!takes(cursor, character)) throw new JsonFault(cursor.at);
}

function takes(cursor: Cursor, character: string): boolean {
  if (cursor.text[cursor.at] !== character) return false;
  cursor.at += 1;
  return true;
}

function skipSpace(cursor: Cursor): void {
  for (;;) {
    const code = cursor.text.charCodeAt(cursor.at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    cursor.at += 1;
  }
}
