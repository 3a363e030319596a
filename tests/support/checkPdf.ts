import { createRequire } from "node:module";
import createQpdf from "@neslinesli93/qpdf-wasm";

const wasm = createRequire(import.meta.url).resolve("@neslinesli93/qpdf-wasm/dist/qpdf.wasm");
const qpdf = await createQpdf({ locateFile: () => wasm });
const files = qpdf.FS as unknown as { writeFile(path: string, bytes: Uint8Array): void };

/** What `qpdf --check` ends with: 0 where the file is sound, 2 with errors, 3 with warnings. */
export function checkPdf(bytes: Uint8Array): number {
  files.writeFile("/checked.pdf", bytes);
  return qpdf.callMain(["--check", "/checked.pdf"]);
}
