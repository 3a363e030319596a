import { readBarcodes } from "zxing-wasm/reader";

/** The text of every square code in a picture: however it is turned, with its edges torn or its light uneven. */
export async function readCodes(picture: ImageData): Promise<string[]> {
  const found = await readBarcodes(picture, {
    formats: ["QRCode"],
    tryHarder: true,
    tryRotate: true,
    tryDownscale: true,
    tryInvert: false,
    maxNumberOfSymbols: 32,
  });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}
