import { Workbook, type Cell as BookCell, type Worksheet } from "@cj-tech-master/excelts";
import { SaxParser } from "@cj-tech-master/excelts/xml";

// The one file that knows the spreadsheet library: everything else speaks of books, grids and cells.

export type Book = Workbook;
export type BookSheet = Worksheet;
export type { BookCell };

/** An empty workbook that computes its formulas when it is opened; `now` becomes its date. */
export function createBook(now: Date): Book {
  const book = new Workbook();
  book.creator = "Lencana";
  book.created = now;
  book.modified = now;
  book.calcProperties.fullCalcOnLoad = true;
  book.views = [
    { x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: "visible" },
  ];
  return book;
}

/** The bytes of an .xlsx; the same book gives the same bytes. */
export async function writeBook(book: Book): Promise<Uint8Array> {
  return await book.xlsx.writeBuffer({ validate: false });
}

/** What is told while an XML part is read; names come without their namespace prefix. */
export interface XmlHandlers {
  open(name: string, attributes: Record<string, string>): void;
  text(text: string): void;
  close(name: string): void;
}

const chunkBytes = 1 << 18;

/** Reads one XML part in pieces, so that no part is ever held as one string. Throws on XML that is not well formed. */
export function parseXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxParser({ position: false, invalidCharHandling: "skip" });
  parser.on("opentag", (tag) => handlers.open(localName(tag.name), tag.attributes));
  parser.on("text", (text) => handlers.text(text));
  parser.on("closetag", (tag) => handlers.close(localName(tag.name)));
  const decoder = new TextDecoder();
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    parser.write(decoder.decode(bytes.subarray(start, start + chunkBytes), { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}
