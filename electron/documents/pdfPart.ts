import {
  isDictionary,
  type PdfIndex,
  type PdfValue,
  readObject,
  readXref,
  referenceOf,
} from "./pdfObjects.ts";

/** A PDF as Typst writes it: a plain cross-reference table, and no object in a stream. */
export interface PdfPart {
  /** What stands before its first object. */
  header: string;
  catalog: { [key: string]: PdfValue };
  /** The number of the root of its pages. */
  tree: number;
  pages: number;
  /** What stands between `obj` and `endobj` of its information. */
  info: string;
  /** The identifiers in its trailer, without brackets. */
  documentId: string;
  instanceId: string;
  xmp: string;
  /** What stands between `obj` and `endobj`. */
  bodyOf(number: number): string;
  valueOf(number: number): PdfValue;
}

/** Reads where everything of a PDF of Typst's lies; an error where it is not written as Typst does. */
export function readPart(bytes: Uint8Array): PdfPart {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.slice(-64))?.[1]);
  const index = Number.isNaN(start) ? null : readXref(pdf, start);
  if (!index) throw unlike("cross-reference table");
  const extents = extentsOf(index, start);
  const extentOf = (number: number) => extents.get(number) ?? fail(`object ${number}`);
  const valueOf = (number: number) =>
    readObject(pdf, number, extentOf(number).from) ?? fail(`object ${number}`);
  const bodyOf = (number: number) => {
    const { from, to } = extentOf(number);
    const head = `${number} 0 obj`;
    const end = pdf.lastIndexOf("endobj", to);
    if (!pdf.startsWith(head, from) || end < from) throw unlike(`object ${number}`);
    return pdf.slice(from + head.length, end);
  };
  const catalog = valueOf(referenceOf(index.trailer["/Root"]) ?? fail("catalog"));
  if (!isDictionary(catalog)) throw unlike("catalog");
  const tree = referenceOf(catalog["/Pages"]) ?? fail("pages");
  const root = valueOf(tree);
  const [documentId, instanceId] = identifiers(index.trailer["/ID"]);
  const metadata = bodyOf(referenceOf(catalog["/Metadata"]) ?? fail("metadata"));
  return {
    header: pdf.slice(0, Math.min(...[...extents.values()].map(({ from }) => from))),
    catalog,
    tree,
    pages: isDictionary(root) ? Number(root["/Count"]) : fail("pages"),
    info: apart(bodyOf(referenceOf(index.trailer["/Info"]) ?? fail("information"))),
    documentId,
    instanceId,
    xmp: apart(/stream\n([^]*)\nendstream\s*$/.exec(metadata)?.[1] ?? fail("metadata")),
    bodyOf,
    valueOf,
  };
}

function extentsOf({ entries }: PdfIndex, end: number): Map<number, { from: number; to: number }> {
  const byPlace = entries.toSorted(([, one], [, other]) => one - other);
  return new Map(
    byPlace.map(([number, from], index) => [number, { from, to: byPlace[index + 1]?.[1] ?? end }]),
  );
}

function identifiers(value: PdfValue | undefined): [string, string] {
  const [document, instance] = Array.isArray(value)
    ? value.map((one) => (typeof one === "string" ? /^\(([\w+/=]+)\)$/.exec(one) : null))
    : [];
  return [apart(document?.[1] ?? fail("identifier")), apart(instance?.[1] ?? fail("identifier"))];
}

/** A piece cut from a string keeps all of that string in memory: what outlives its part is copied. */
export function apart(piece: string): string {
  return Buffer.from(piece, "latin1").toString("latin1");
}

const unlike = (what: string) => new Error(`a PDF that is not as Typst writes it: ${what}`);

function fail(what: string): never {
  throw unlike(what);
}
