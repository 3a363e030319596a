import { contrast, leastContrast, paperWhite, readColour } from "../domain/contrast.ts";
import { type DrawnPage, type DrawnText, drawnPages } from "./drawnText.ts";
import { PaperError } from "./paperError.ts";
import type { SetDocument } from "./typst.ts";

/** On the first line, so that a mistake is still told by the line that the expert sees. */
const before = '#import "ownMarks.typ": around as lencana-around;#show: lencana-around;';
/** What our part of a page says of itself, once a page. */
const ownPage = "own-page";

/** An expert's own template, inside what no paper may lack. */
export function wrapped(source: string): string {
  return `${before}${source}`;
}

/**
 * Refuses pages of an own template that lack what the record needs: a page a charter, our marks on each, and the name of
 * whom it is for where it can be read.
 */
export function refuseIncomplete(document: SetDocument, names: readonly string[]): void {
  if (document.pages !== names.length) {
    const what = names.length === 1 ? "satu piagam" : `${names.length} piagam`;
    throw incomplete(`${what} menjadi ${document.pages} halaman; setiap piagam harus tepat satu halaman`);
  }
  const marked = new Set(document.saidOf(ownPage));
  if (marked.size < document.pages) {
    throw incomplete(
      "tanda wajib di atas halaman (nomor seri, kode, CONTOH) tergantikan; jangan mengatur `foreground` halaman",
    );
  }
  const pages = drawnPages(document.drawn());
  for (const [index, name] of names.entries()) {
    const fault = nameFault(pages[index], plain(name));
    if (fault !== null) throw incomplete(`nama penerima “${name}” ${fault}`);
  }
}

/** As small as our own template sets a name that fits no other way. */
const leastPoints = 12;
const hairPoints = 0.5;

const visible: readonly [(text: DrawnText, page: DrawnPage) => boolean, string][] = [
  [({ size }) => size >= leastPoints - 0.05, `lebih kecil dari ${leastPoints} pt`],
  [
    ({ left, top, right, bottom }, { width, height }) =>
      left >= -hairPoints &&
      top >= -hairPoints &&
      right <= width + hairPoints &&
      bottom <= height + hairPoints,
    "keluar dari kertas",
  ],
  [
    ({ fill }) => {
      const colour = fill === null ? null : readColour(fill);
      return colour !== null && contrast(colour, paperWhite) >= leastContrast;
    },
    `berwarna terlalu terang atau tidak satu warna (kontras terhadap putih paling sedikit ${leastContrast} : 1)`,
  ],
  [({ clipped }) => !clipped, "berada dalam kotak yang memotong isinya (`clip`)"],
];

/**
 * Why a name cannot be read where it stands; null where it can. What lies over it, or what else is printed beside it, no
 * list of words tells.
 */
function nameFault(page: DrawnPage | undefined, name: string): string | null {
  if (!page) return unread;
  const shows = (texts: readonly DrawnText[]) => plain(texts.map(({ text }) => text).join("")).includes(name);
  if (!shows(page.texts)) return unread;
  if (shows(page.texts.filter((text) => visible.every(([test]) => test(text, page))))) return null;
  const wrong = visible.filter(([test]) => !shows(page.texts.filter((text) => test(text, page))));
  const why =
    wrong.length === 0
      ? "tidak utuh di satu tempat yang terbaca"
      : wrong.map(([, words]) => words).join(" dan ");
  return `${why}; cetak \`record.values.nama\` utuh, gelap, di dalam kertas, dan paling kecil ${leastPoints} pt`;
}

const unread = "tidak terbaca di halamannya; cetak `record.values.nama` dari `data.records`";

function incomplete(what: string): PaperError {
  return new PaperError(
    "INVALID",
    `Sumber rancangan: ${what}. Perbaiki sumbernya; rancangan terakhir yang benar tetap dipakai.`,
  );
}

/** Without spaces, in small letters: however its lines are broken. */
function plain(text: string): string {
  return text.normalize("NFC").replaceAll(/\s/g, "").toLocaleLowerCase("id");
}
