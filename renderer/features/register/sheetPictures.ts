import { getDocument, GlobalWorkerOptions } from "pdfjs-dist";
import { isOwnPage } from "./digitalPage.ts";

GlobalWorkerOptions.workerSrc = new URL("pdfjs-dist/build/pdf.worker.min.mjs", import.meta.url).href;

/** One sheet of what was dropped, to be read: "pindaian.pdf halaman 3". */
export interface SheetPicture {
  name: string;
  /** Null where it is no picture of a sheet, but the file that was or is to be printed. */
  picture: ImageData | null;
}

const dotsPerInch = 200;
const pointsPerInch = 72;
/** A larger picture costs more memory than an office laptop should give. */
const mostPixels = 16_000_000;

/** The sheets of a PDF or a photo, one at a time, so that a long scan never stands in memory. Throws on what is neither. */
export async function* sheetPictures(file: File): AsyncGenerator<SheetPicture> {
  if (file.type === "application/pdf" || /\.pdf$/i.test(file.name)) yield* pagesOf(file);
  else yield { name: file.name, picture: await photoOf(file) };
}

async function* pagesOf(file: File): AsyncGenerator<SheetPicture> {
  const task = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    useSystemFonts: false,
    useWasm: false,
  });
  try {
    const pdf = await task.promise;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const name = pdf.numPages === 1 ? file.name : `${file.name} halaman ${number}`;
      if (await isOwnPage(page)) {
        yield { name, picture: null };
        continue;
      }
      const whole = page.getViewport({ scale: dotsPerInch / pointsPerInch });
      const shrink = Math.min(1, Math.sqrt(mostPixels / (whole.width * whole.height)));
      const viewport = page.getViewport({ scale: (dotsPerInch / pointsPerInch) * shrink });
      const canvas = canvasOf(viewport.width, viewport.height);
      await page.render({ canvas, viewport }).promise;
      page.cleanup();
      yield { name, picture: pixelsOf(canvas) };
    }
  } finally {
    void task.destroy();
  }
}

async function photoOf(file: File): Promise<ImageData> {
  const bitmap = await createImageBitmap(file);
  try {
    const shrink = Math.min(1, Math.sqrt(mostPixels / (bitmap.width * bitmap.height)));
    return drawn(bitmap, bitmap.width * shrink, bitmap.height * shrink);
  } finally {
    bitmap.close();
  }
}

/** What a camera shows now. */
export function frameOf(video: HTMLVideoElement): ImageData {
  return drawn(video, video.videoWidth, video.videoHeight);
}

function drawn(source: CanvasImageSource, width: number, height: number): ImageData {
  const canvas = canvasOf(width, height);
  contextOf(canvas).drawImage(source, 0, 0, canvas.width, canvas.height);
  return pixelsOf(canvas);
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(width);
  canvas.height = Math.floor(height);
  return canvas;
}

function pixelsOf(canvas: HTMLCanvasElement): ImageData {
  return contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  return context;
}
