/** Crockford's alphabet: no letter of it is taken for a digit. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A hash as it is printed and read aloud: its first 80 bits in four groups of four signs. Question marks: no hash. */
export function shortHead(hash: string): string {
  if (!/^[0-9a-f]{20}/.test(hash)) return "????-????-????-????";
  const bits = BigInt(`0x${hash.slice(0, 20)}`);
  const signs = Array.from({ length: 16 }, (_, i) => alphabet[Number((bits >> BigInt(75 - 5 * i)) & 31n)]);
  return [0, 4, 8, 12].map((from) => signs.slice(from, from + 4).join("")).join("-");
}

/** The first 20 hex digits that a typed code stands for; null when it cannot be one. Case, O, I, L are forgiven. */
export function hashStart(typed: string): string | null {
  const signs = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  const digits = Array.from(signs, (sign) => alphabet.indexOf(sign));
  if (digits.length !== 16 || digits.includes(-1)) return null;
  return digits
    .reduce((bits, digit) => bits * 32n + BigInt(digit), 0n)
    .toString(16)
    .padStart(20, "0");
}

/** What a code typed from paper says of a ledger: `covered` are the seals that the paper vouches for. */
export interface HeadMatch {
  fits: boolean;
  covered: number;
  sentence: string;
}

/**
 * Holds a typed code against the chain. The paper vouches for everything up to the entry whose hash it shows, and
 * for nothing after it: a ledger rewritten in all consistency has other hashes from the first altered entry on.
 */
export function matchHead(
  typed: string,
  hashes: readonly unknown[],
  seals: readonly { seq: number; name: string }[],
): HeadMatch {
  const start = hashStart(typed);
  const no = (sentence: string) => ({ fits: false, covered: 0, sentence });
  if (start === null)
    return no("Kode di kertas terdiri atas 16 angka dan huruf, misalnya 7F3K-9QXM-2B4D-HJ8N.");
  const seq = hashes.findIndex((hash) => String(hash).startsWith(start)) + 1;
  if (seq > 0) return describeMatch(seq, hashes.length, seals);
  return no("Tidak cocok: isi berkas ini bukan yang dicetak di kertas itu, walaupun isinya serasi.");
}

/** What it says that the paper shows the hash of entry `seq` of so many. */
export function describeMatch(
  seq: number,
  entries: number,
  seals: readonly { seq: number; name: string }[],
): HeadMatch {
  const covered = seals.filter((seal) => seal.seq <= seq);
  const last = covered.at(-1);
  const fits = { fits: true, covered: covered.length };
  if (seq === entries) {
    return { ...fits, sentence: `Cocok dengan kepala terakhir: kertas itu mencakup seluruh ${seq} catatan.` };
  }
  if (!last) {
    const sentence = `Kode ini kepala catatan ke-${seq}, sebelum ada babak yang disegel: kertas itu tidak membuktikan hasil.`;
    return { fits: false, covered: 0, sentence };
  }
  const where = last.seq === seq ? "tepat sesudah" : `di catatan ke-${seq}, sesudah`;
  const later = seals.length - covered.length;
  const rest =
    later === 0
      ? "Catatan yang lebih baru tidak dicakup kertas itu."
      : `${later} segel yang lebih baru tidak dicakup kertas itu: ketik kode dari kertas yang terbaru.`;
  return { ...fits, sentence: `Cocok dengan kepala ${where} penyegelan ${last.name}. ${rest}` };
}
