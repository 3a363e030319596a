import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { getTestBrowser } from "./browser.ts";

/** Draws icons/icon.svg in the sizes that Linux and Windows ask for: `node build/icons.ts`, after the drawing changed. */
const folder = join(import.meta.dirname, "icons");
const linuxSizes = [16, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 256];

interface Drawn {
  size: number;
  png: Buffer;
  /** RGBA, row by row from the top. */
  pixels: Buffer;
}

const browser = await chromium.launch({ executablePath: getTestBrowser() });
const page = await browser.newPage();
const drawing = readFileSync(join(folder, "icon.svg"), "utf8");

async function draw(size: number): Promise<Drawn> {
  const { png, pixels } = await page.evaluate(
    async ({ svg, side }) => {
      const picture = new Image(side, side);
      picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
      await picture.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.drawImage(picture, 0, 0, side, side);
      return {
        png: canvas.toDataURL("image/png").split(",")[1] ?? "",
        pixels: [...context.getImageData(0, 0, side, side).data],
      };
    },
    { svg: drawing, side: size },
  );
  return { size, png: Buffer.from(png, "base64"), pixels: Buffer.from(pixels) };
}

/** A picture as Windows keeps it in an icon: colours from the bottom row up, then a mask that hides nothing. */
function bitmapOf({ size, pixels }: Drawn): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const colours = Buffer.alloc(size * size * 4);
  for (let at = 0; at < size * size; at++) {
    const row = Math.floor(at / size);
    const target = ((size - 1 - row) * size + (at % size)) * 4;
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at * 4, at * 4 + 4);
    colours.set([blue, green, red, alpha], target);
  }
  return Buffer.concat([header, colours, Buffer.alloc(Math.ceil(size / 32) * 4 * size)]);
}

function windowsIcon(drawn: Drawn[]): Buffer {
  // Installers read PNG inside an icon at 256 only.
  const images = drawn.map((one) => (one.size < 256 ? bitmapOf(one) : one.png));
  const head = Buffer.alloc(6 + 16 * drawn.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(drawn.length, 4);
  let offset = head.length;
  drawn.forEach(({ size }, index) => {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(images[index]!.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += images[index]!.length;
  });
  return Buffer.concat([head, ...images]);
}

for (const size of linuxSizes) writeFileSync(join(folder, `${size}x${size}.png`), (await draw(size)).png);
const forWindows: Drawn[] = [];
for (const size of windowsSizes) forWindows.push(await draw(size));
writeFileSync(join(folder, "icon.ico"), windowsIcon(forWindows));
await browser.close();
