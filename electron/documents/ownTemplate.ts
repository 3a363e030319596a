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
  const texts = pageTexts(document.drawn());
  const nameless = names.find((name, index) => !texts[index]?.includes(plain(name)));
  if (nameless !== undefined) {
    throw incomplete(
      `nama penerima “${nameless}” tidak terbaca di halamannya; cetak \`record.values.nama\` dari \`data.records\``,
    );
  }
}

function incomplete(what: string): PaperError {
  return new PaperError(
    "INVALID",
    `Sumber rancangan: ${what}. Perbaiki sumbernya; rancangan terakhir yang benar tetap dipakai.`,
  );
}

/** The text of each page as it is laid out, without spaces, in small letters: however its lines are broken. */
function pageTexts(svg: string): string[] {
  return svg
    .split('class="typst-page"')
    .slice(1)
    .map((page) =>
      plain(Array.from(page.matchAll(/class="tsel"[^>]*>([^<]*)</g), ([, text = ""]) => text).join("")),
    );
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plain(text: string): string {
  return text
    .replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) =>
      decimal !== undefined || hex !== undefined
        ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
        : (entities[name] ?? whole),
    )
    .normalize("NFC")
    .replaceAll(/\s/g, "")
    .toLocaleLowerCase("id");
}
