/** Gives the SHA-256 of a text's UTF-8 bytes in lower-case hex. */
export type Sha256 = (text: string) => string;

/** FIPS 180-4, section 4.2.2: fractional parts of the cube roots of the first 64 primes. */
const constants = fractionsOfRoots(64, 1 / 3);
/** Section 5.3.3: of the square roots of the first eight. */
const start = fractionsOfRoots(8, 1 / 2);

/** SHA-256 written out, for a page opened from disk has no other in every browser. */
export const sha256: Sha256 = (text) => {
  const bytes = padded(new TextEncoder().encode(text));
  const view = new DataView(bytes.buffer);
  const state = start.slice();
  const words = new Int32Array(64);
  for (let block = 0; block < bytes.length; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(block + 4 * i);
    for (let i = 16; i < 64; i++) words[i] = extended(words, i);
    mix(state, words);
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
};

/** Section 5.1.1: a one bit, zeros, and the length in bits, up to a whole number of blocks. */
function padded(message: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  new DataView(bytes.buffer).setBigUint64(bytes.length - 8, BigInt(message.length) * 8n);
  return bytes;
}

function extended(words: Int32Array, i: number): number {
  const a = words[i - 15]!;
  const b = words[i - 2]!;
  const small = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
  const large = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
  return (words[i - 16]! + small + words[i - 7]! + large) | 0;
}

/** Section 6.2.2, steps 2 to 4, for one block. */
function mix(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + constants[i]! + words[i]!) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i]! + word) | 0));
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The first 32 bits behind the point of a root of each of the first primes; a double holds them exactly. */
function fractionsOfRoots(count: number, power: number): Int32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Int32Array.from(primes, (prime) => Math.floor((prime ** power % 1) * 2 ** 32));
}
