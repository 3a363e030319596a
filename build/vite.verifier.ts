import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The script of a bundle's page: one file for any browser, left as it reads, for an inspector will read it there. */
export default defineConfig({
  root: here(".."),
  publicDir: false,
  build: {
    target: "es2020",
    outDir: here("../dist/verifier"),
    minify: false,
    rolldownOptions: {
      output: {
        // Browsers of before 2023 lack it.
        intro:
          "Array.prototype.toSorted = Array.prototype.toSorted || function (order) { return this.slice().sort(order); };",
      },
    },
    lib: {
      entry: here("../electron/verifier/page.ts"),
      formats: ["iife"],
      name: "pemeriksa",
      fileName: () => "verifier.js",
    },
  },
});
