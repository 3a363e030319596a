/** What the code on a sheet carries: its paper's serial, the first signs of the hash of what is on it, and its page. */
export interface PaperCode {
  serial: string;
  /** Null where only the serial was typed. */
  content: string | null;
  /** Null on a paper of one page; a typed page does not say of how many. */
  page: { number: number; of: number | null } | null;
}

/** How much of a content hash the code of a whole paper carries, in hexadecimal signs. */
const codeHashLength = 16;
/** That of a page makes room for two numbers: up to 99 pages its square then has as few, and as large, dots as the other. */
const pageHashLength = 13;

/**
 * The code of a paper, or of one page of several. Only capitals, digits, `/` and `-`: a square code holds those in half the
 * room of other text.
 */
export function paperCode(serial: string, content: string, page?: { number: number; of: number }): string {
  const hash = content.slice(0, page ? pageHashLength : codeHashLength).toUpperCase();
  return `LENCANA1/${serial}/${hash}${page ? `/${page.number}/${page.of}` : ""}`;
}

/** The code of each page of a paper whose own is given. */
export function pageCodes(code: string, pages: number): string[] {
  const read = readPaperCode(code);
  const content = read?.content;
  if (!content || pages < 2) return [code];
  return Array.from({ length: pages }, (_, index) =>
    paperCode(read.serial, content, { number: index + 1, of: pages }),
  );
}

const scannedForm =
  /^LENCANA1\/([0-9A-Z]{4}-[0-9A-Z]{4})\/(?:([0-9A-F]{16})|([0-9A-F]{13})\/([1-9]\d{0,3})\/([1-9]\d{0,3}))$/;

/**
 * A scanned code, or a serial as somebody typed it, in small letters or without the dash, with its page after a slash
 * where the paper has several; null where it is neither. Signs that serials do not have are taken for those they are
 * confused with.
 */
export function readPaperCode(text: string): PaperCode | null {
  const plain = text.trim().toUpperCase();
  const scanned = scannedForm.exec(plain);
  if (scanned) return fromScanned(scanned);
  const typed = /^([^/]+)(?:\/\s*([1-9]\d{0,3})(?:\s*\/\s*([1-9]\d{0,3}))?)?$/.exec(plain);
  const signs = (typed?.[1] ?? "").replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  if (!/^[0-9A-Z]{8}$/.test(signs)) return null;
  const page = typed?.[2] ? { number: Number(typed[2]), of: typed[3] ? Number(typed[3]) : null } : null;
  return { serial: `${signs.slice(0, 4)}-${signs.slice(4)}`, content: null, page };
}

function fromScanned([, serial = "", whole, part = "", number, of]: RegExpExecArray): PaperCode | null {
  if (whole !== undefined) return { serial, content: whole.toLowerCase(), page: null };
  const page = { number: Number(number), of: Number(of) };
  return page.number > page.of ? null : { serial, content: part.toLowerCase(), page };
}
