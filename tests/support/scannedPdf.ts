import { sheetsOf } from "./sheets.ts";

const dotsPerInch = 200;
const points = 72 / dotsPerInch;

/** A PDF as a scanner makes it of the printed sheets: a picture a page, and no text. */
export async function scannedPdf(pdf: Uint8Array): Promise<Uint8Array> {
  const objects: Buffer[] = [];
  const add = (head: string, stream?: Buffer) => {
    const body = stream
      ? [Buffer.from(`${head}stream\n`), stream, Buffer.from("\nendstream")]
      : [Buffer.from(head)];
    return objects.push(Buffer.concat(body));
  };
  const pages: number[] = [];
  for await (const sheet of sheetsOf(pdf, dotsPerInch)) {
    const { width, height } = sheet;
    const jpeg = sheet.toBuffer("image/jpeg", 85);
    const picture = add(
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>`,
      jpeg,
    );
    const drawing = Buffer.from(`${width * points} 0 0 ${height * points} 0 0 cm /P Do`);
    const content = add(`<</Length ${drawing.length}>>`, drawing);
    const box = `[0 0 ${width * points} ${height * points}]`;
    pages.push(
      add(
        `<</Type/Page/Parent PARENT 0 R/MediaBox${box}/Contents ${content} 0 R/Resources<</XObject<</P ${picture} 0 R>>>>>>`,
      ),
    );
  }
  const parent = add(
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((page) => `${page} 0 R`).join(" ")}]>>`,
  );
  const root = add(`<</Type/Catalog/Pages ${parent} 0 R>>`);
  for (const page of pages) {
    objects[page - 1] = Buffer.from(objects[page - 1]!.toString("latin1").replace("PARENT", String(parent)));
  }
  return written(objects, root);
}

function written(objects: readonly Buffer[], root: number): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const places: number[] = [];
  let at = parts[0]!.length;
  const put = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  objects.forEach((object, index) => {
    places.push(at);
    put(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]));
  });
  const lines = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const table = at;
  put(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`));
  put(Buffer.from(`trailer<</Root ${root} 0 R/Size ${objects.length + 1}>>\nstartxref\n${table}\n%%EOF`));
  return new Uint8Array(Buffer.concat(parts));
}
