import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createCanvas } from "@napi-rs/canvas";
import { createRouterClient } from "@orpc/server";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { prepareZXingModule } from "zxing-wasm/reader";
import { router } from "../../electron/services/index.ts";
import { readCodes } from "../../renderer/features/register/readCodes.ts";
import type { BigDatabase } from "./bigDatabase.ts";
import { type Figure, median, ratioFigure, timed } from "./table.ts";

const dotsPerInch = 200;

/** Sheets of a dropped scan: finding the code on each, beside what drawing the same page takes any viewer. */
export async function benchScanning({ context }: BigDatabase): Promise<Figure[]> {
  const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });
  const api = createRouterClient(router, { context });
  const { id: editionId } = await api.editions.openSample();
  const keys = (await api.documents.list({ editionId }))
    .filter(({ kind }) => kind === "charter" || kind === "panelistCharter")
    .map(({ key }) => key);
  const { file } = await api.documents.make({
    editionId,
    keys,
    bundle: "onePdf",
    reason: "bench",
    despiteNames: true,
  });
  const pdf = await getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    useSystemFonts: false,
  }).promise;
  const [drawing, reading]: [number[], number[]] = [[], []];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: dotsPerInch / 72 });
    const canvas = createCanvas(Math.floor(viewport.width), Math.floor(viewport.height));
    const draw = () => page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
    drawing.push(await timed(draw));
    const picture = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    reading.push(
      await timed(async () => {
        const codes = await readCodes(picture as unknown as ImageData);
        if (codes.length !== 1) throw new Error(`page ${number} shows ${codes.length} codes`);
      }),
    );
  }
  const reference = { name: "drawing the same page", ms: median(drawing) };
  return [ratioFigure("the code of a scanned sheet, 200 dpi", median(reading), reference, 1)];
}
