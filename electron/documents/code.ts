import { crc32, deflateSync } from "node:zlib";
import { encode } from "uqr";
import { pageCodes } from "../domain/paperCode.ts";
import type { Proof } from "./paperData.ts";

/**
 * The square of a paper's internal code, as lines of 0 and 1; null where it has none. Level M reads with a seventh of it
 * gone, and keeps the squares as large as the foot of a page allows. The mask is always the same: trying all eight takes
 * longer than the rest of a charter, and what a code says is as good as random.
 */
function codeMatrix(proof: Pick<Proof, "code"> | null | undefined): string | null {
  if (!proof?.code) return null;
  const { data } = encode(proof.code, { ecc: "M", border: 0, maskPattern: 0 });
  return data.map((row) => row.map((dark) => (dark ? "1" : "0")).join("")).join("\n");
}

/**
 * The same as the bytes of a PNG with a dot a square, six to a number; null where there is no code. A picture of one bit a
 * dot, not a drawing: the typesetter reads an SVG anew for each of hundreds of charters, which took three times as long as
 * all the rest of them. And few numbers: each costs it hundreds of bytes of memory.
 */
export function codePicture(proof: Pick<Proof, "code"> | null | undefined): number[] | null {
  const rows = codeMatrix(proof)?.split("\n");
  if (!rows) return null;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(rows.length, 0);
  header.writeUInt32BE(rows.length, 4);
  // One bit a dot, grey: 0 is black.
  header.writeUInt8(1, 8);
  // Not compressed: the same on every computer, and hardly larger.
  const pixels = deflateSync(Buffer.concat(rows.map(bitsOf)), { level: 0, windowBits: 9, memLevel: 1 });
  const picture = Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  // What follows the end of a PNG is no part of it.
  const filled = Buffer.alloc(Math.ceil(picture.length / bytesOfNumber) * bytesOfNumber);
  picture.copy(filled);
  return Array.from({ length: filled.length / bytesOfNumber }, (_, index) =>
    filled.readUIntBE(index * bytesOfNumber, bytesOfNumber),
  );
}

/** The pictures of all pages of a paper, in their order; empty where it has no code. */
export function codePictures(proof: Proof | null | undefined, pages: number): number[][] {
  if (!proof?.code) return [];
  return pageCodes(proof.code, pages).flatMap((code) => [codePicture({ code }) ?? []]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** As many as a number holds exactly. */
const bytesOfNumber = 6;

/** A row with the filter "none" before it. */
function bitsOf(row: string): Buffer {
  const bits = Buffer.alloc(1 + Math.ceil(row.length / 8));
  for (let x = 0; x < row.length; x++) {
    const at = 1 + (x >> 3);
    if (row[x] === "0") bits.writeUInt8(bits.readUInt8(at) | (0x80 >> (x & 7)), at);
  }
  return bits;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
