import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface PlacedText {
  text: string;
  left: number;
  right: number;
  /** Points above the bottom of the page. */
  baseline: number;
  size: number;
}

export interface PdfPage {
  width: number;
  height: number;
  /** Upright text with ink, in the order of the file. */
  placed: PlacedText[];
  /** All text, as a reader would copy it, runs of space as one. */
  text: string;
}

export interface ReadPdf {
  pages: PdfPage[];
  text: string;
  /** Fonts by the name they carry in the file, `ABCDEF+EBGaramond-Bold`. */
  fonts: string[];
  embeddedFonts: number;
  /** XMP metadata as written. */
  metadata: string;
  title: string;
  created: string | null;
}

/** Reads a PDF back with the reader the application itself shows it by. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const raw = Buffer.from(bytes).toString("latin1");
  // The reader takes its buffer away, so it gets one of its own.
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    const items = content.items.flatMap((item) => ("str" in item ? [item] : []));
    pages.push({
      width,
      height,
      text: items
        .map((item) => item.str + (item.hasEOL ? " " : ""))
        .join("")
        .replaceAll(/\s+/g, " "),
      placed: items
        .filter((item) => item.str.trim() !== "")
        .map((item) => ({
          text: item.str,
          left: Number(item.transform[4]),
          right: Number(item.transform[4]) + item.width,
          baseline: Number(item.transform[5]),
          size: Number(item.transform[3]),
        })),
    });
  }
  const info = (await document.getMetadata()).info as { Title?: string; CreationDate?: string };
  await task.destroy();
  return {
    pages,
    text: pages.map((page) => page.text).join(" "),
    fonts: [...new Set(Array.from(raw.matchAll(/\/FontName \/([^\s/]+)/g), (match) => match[1] ?? ""))],
    embeddedFonts: Array.from(raw.matchAll(/\/FontFile[23] /g)).length,
    metadata: /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/.exec(Buffer.from(bytes).toString("utf8"))?.[0] ?? "",
    title: info.Title ?? "",
    created: info.CreationDate ?? null,
  };
}
