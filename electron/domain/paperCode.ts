/** What the code on a paper carries: its serial, and the first signs of the hash of what is on it. */
export interface PaperCode {
  serial: string;
  /** Null where only the serial was typed. */
  content: string | null;
}

/** How much of a content hash a code carries, in hexadecimal signs. */
export const codeHashLength = 16;

/** Only capitals, digits, `/` and `-`: a square code holds those in half the room of other text. */
export function paperCode(serial: string, content: string): string {
  return `LENCANA1/${serial}/${content.slice(0, codeHashLength).toUpperCase()}`;
}

/**
 * A scanned code or a serial as somebody typed it, in small letters or without the dash; null where it is neither. Signs
 * that serials do not have are taken for those they are confused with.
 */
export function readPaperCode(text: string): PaperCode | null {
  const plain = text.trim().toUpperCase();
  const scanned = /^LENCANA1\/([0-9A-Z]{4}-[0-9A-Z]{4})\/([0-9A-F]{16})$/.exec(plain);
  if (scanned) return { serial: scanned[1]!, content: scanned[2]!.toLowerCase() };
  const signs = plain.replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return /^[0-9A-Z]{8}$/.test(signs)
    ? { serial: `${signs.slice(0, 4)}-${signs.slice(4)}`, content: null }
    : null;
}
