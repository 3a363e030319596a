import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Electron's main process and the worker thread, whole but for what has native parts: those two packages are what
 * `dependencies` holds. All files lie in one folder, because the pool finds the worker beside itself.
 */
export default defineConfig({
  root: here(".."),
  publicDir: false,
  ssr: {
    noExternal: true,
    external: ["electron", "better-sqlite3", "@myriaddreamin/typst-ts-node-compiler"],
  },
  build: {
    ssr: true,
    target: "node24",
    outDir: here("../dist/main"),
    emptyOutDir: true,
    license: { fileName: "licences.md" },
    minify: false,
    rolldownOptions: {
      input: { main: here("../electron/main.ts"), worker: here("../electron/work/worker.ts") },
      external: builtinModules.flatMap((name) => [name, `node:${name}`]),
      output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
