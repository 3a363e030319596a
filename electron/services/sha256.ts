import { hash } from "node:crypto";
import type { Sha256 } from "../domain/ledger.ts";

export const sha256: Sha256 = (text) => hash("sha256", text, "hex");

export function sha256OfBytes(bytes: Uint8Array): string {
  return hash("sha256", bytes, "hex");
}
