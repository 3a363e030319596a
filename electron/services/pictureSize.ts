/** Width and height of a picture in pixels, or in the units of a drawing; null where it does not say. */
export function findPictureSize(mime: string, bytes: Uint8Array): { width: number; height: number } | null {
  const size =
    mime === "image/png" ? pngSize(bytes) : mime === "image/jpeg" ? jpegSize(bytes) : svgSize(bytes);
  return size && size.width > 0 && size.height > 0 ? size : null;
}

interface Size {
  width: number;
  height: number;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function pngSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 24) return null;
  const view = viewOf(bytes);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The frame header is one of the segments that lie one after the other. */
function jpegSize(bytes: Uint8Array): Size | null {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function svgSize(bytes: Uint8Array): Size | null {
  const tag = /<svg[^>]*>/s.exec(new TextDecoder().decode(bytes))?.[0] ?? "";
  const box = /viewBox\s*=\s*["']\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)/i.exec(tag);
  if (box) return { width: Number(box[1]), height: Number(box[2]) };
  const side = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)`, "i").exec(tag)?.[1];
  const [width, height] = [side("width"), side("height")];
  return width && height ? { width: Number(width), height: Number(height) } : null;
}
