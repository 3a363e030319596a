import { createHash } from "node:crypto";
import { type Joined, objectOf, root } from "./joinedPart.ts";

/** What Typst ends a file with: all pages, information, metadata, catalog and where each object starts. */
export function joinedEnd(joined: Joined, offsets: readonly number[]): Buffer {
  const { about, bytes, objects, pages, trees, catalog: entries } = joined;
  const ids = identify(joined);
  const xmp = xmpOf(joined, ids);
  const [info, metadata, catalog] = [objects + 1, objects + 2, objects + 3];
  const kids = trees.map((tree) => `${tree} 0 R`).join(" ");
  const places = [...offsets];
  let at = bytes;
  const placed = (number: number, body: string) => {
    const object = objectOf(number, body);
    places[number - 1] = at;
    at += object.length;
    return object;
  };
  return Buffer.concat([
    placed(root, `\n<<\n  /Type /Pages\n  /Count ${pages}\n  /Kids [${kids}]\n>>\n`),
    placed(info, about.info),
    placed(
      metadata,
      `\n<<\n  /Length ${xmp.length}\n  /Type /Metadata\n  /Subtype /XML\n>>\nstream\n${xmp}\nendstream\n`,
    ),
    placed(
      catalog,
      `\n<<\n  /Type /Catalog\n  /Pages ${root} 0 R\n  /Metadata ${metadata} 0 R${entries}\n>>\n`,
    ),
    Buffer.from(tableOf(places), "latin1"),
    Buffer.from(
      `trailer\n<<\n  /Size ${places.length + 1}\n  /Root ${catalog} 0 R\n  /Info ${info} 0 R\n  /ID [(${ids.documentId}) (${ids.instanceId})]\n>>\nstartxref\n${at}\n%%EOF`,
      "latin1",
    ),
  ]);
}

interface Identifiers {
  documentId: string;
  instanceId: string;
}

/** As Typst does: one tells the file from any other, and one names the document whatever becomes of it, if it has an author. */
function identify({ about, instanceIds }: Joined): Identifiers {
  const hash = createHash("sha256").update(instanceIds.join("\n")).digest();
  const instanceId = hash.subarray(0, 16).toString("base64");
  return { instanceId, documentId: about.documentId === about.instanceId ? instanceId : about.documentId };
}

/** A part's metadata as that of the whole. */
function xmpOf({ about, pages }: Joined, { documentId, instanceId }: Identifiers): string {
  const count = `<xmpTPg:NPages>${about.pages}</xmpTPg:NPages>`;
  if (!about.xmp.includes(count)) throw new Error("metadata that is not as Typst writes it: number of pages");
  return about.xmp
    .replace(count, `<xmpTPg:NPages>${pages}</xmpTPg:NPages>`)
    .replaceAll(about.documentId, documentId)
    .replaceAll(about.instanceId, instanceId);
}

function tableOf(places: readonly number[]): string {
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n\r\n`);
  return `xref\n0 ${places.length + 1}\n0000000000 65535 f\r\n${rows.join("")}`;
}
