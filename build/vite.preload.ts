import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The preload script: one CommonJS file, for a sandboxed window loads no other kind. */
export default defineConfig({
  root: here(".."),
  publicDir: false,
  ssr: { noExternal: true, external: ["electron"] },
  build: {
    ssr: true,
    target: "node24",
    outDir: here("../dist/main"),
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: { preload: here("../electron/preload.ts") },
      output: { format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false },
    },
  },
});
