import type { Picture } from "./paperCommon.ts";

/** Width and height of a picture, in its own unit; null where its head does not say. */
export function pictureSize({ format, base64 }: Picture): { width: number; height: number } | null {
  const bytes = Buffer.from(base64, "base64");
  if (format === "png") {
    return bytes.length < 24 ? null : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  return format === "jpg" ? jpegSize(bytes) : svgSize(bytes.toString("utf8"));
}

function jpegSize(bytes: Buffer) {
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    // Frames: C0 to CF, but for tables (C4, CC) and the reserved C8.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

function svgSize(text: string) {
  const root = /<svg\b[^>]*>/.exec(text)?.[0] ?? "";
  const box = /\bviewBox\s*=\s*["']\s*[\d.+-]+[\s,]+[\d.+-]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(root);
  const sides = box ?? [
    null,
    ...["width", "height"].map((side) => new RegExp(`\\b${side}\\s*=\\s*["']([\\d.]+)`).exec(root)?.[1]),
  ];
  const [width, height] = [Number(sides[1]), Number(sides[2])];
  return width > 0 && height > 0 ? { width, height } : null;
}
