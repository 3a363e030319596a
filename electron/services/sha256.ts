import { hash } from "node:crypto";

/** In hexadecimal; a text by its UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return hash("sha256", content, "hex");
}
