/** The written text of an object, cut at its references: each number stands for one. */
export type PdfPieces = (string | number)[];

/** An object as it is written: its value up to a stream, and the stream with its keywords, byte for byte. */
export interface WrittenObject {
  pieces: PdfPieces;
  /** From the value on; empty where there is no stream. */
  rest: string;
}

const name = String.raw`/[^\0\t\n\f\r ()<>[\]{}/%]*`;
const regular = String.raw`[^\0\t\n\f\r ()<>[\]{}/%]+`;
const token = new RegExp(
  [
    String.raw`(?<gap>[\0\t\n\f\r ]+|%[^\r\n]*)`,
    String.raw`(?<open><<|\[)`,
    String.raw`(?<close>>>|\])`,
    String.raw`(?<hex><[^>]*>)`,
    String.raw`(?<text>\()`,
    String.raw`(?<number>\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?!${regular})`,
    `(?<word>${name}|${regular})`,
  ].join("|"),
  "y",
);

/**
 * Cuts what stands between `obj` and `endobj`. What looks like a reference inside a string, a hex string, a name or a comment
 * is none.
 */
export function cutObject(body: string): WrittenObject {
  const pieces: PdfPieces = [];
  let [at, from, depth] = [0, 0, 0];
  for (let whole = false; !whole; ) {
    token.lastIndex = at;
    const groups = token.exec(body)?.groups;
    if (!groups) throw new Error(`no PDF value at ${at} of ${JSON.stringify(body.slice(0, 60))}`);
    if (groups.number !== undefined) {
      if (at > from) pieces.push(body.slice(from, at));
      pieces.push(Number(groups.number));
      from = token.lastIndex;
    }
    at = groups.text === undefined ? token.lastIndex : endOfString(body, at);
    if (groups.open !== undefined) depth++;
    if (groups.close !== undefined) depth--;
    whole = depth === 0 && groups.gap === undefined;
  }
  if (at > from) pieces.push(body.slice(from, at));
  return { pieces, rest: body.slice(at) };
}

/** The text again, each reference naming the number it is given. */
export function writePieces(pieces: PdfPieces, numberOf: (number: number) => number): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : `${numberOf(piece)} 0 R`)).join("");
}

function endOfString(body: string, from: number): number {
  let depth = 0;
  for (let at = from; at < body.length; at++) {
    if (body[at] === "\\") at++;
    else if (body[at] === "(") depth++;
    else if (body[at] === ")" && --depth === 0) return at + 1;
  }
  throw new Error(`a PDF string without its end at ${from}`);
}
