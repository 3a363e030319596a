import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The pages, for Electron's window and for browsers alike: relative addresses, no inline script. */
export default defineConfig({
  root: fromRoot("renderer"),
  base: "./",
  plugins: [react()],
  build: {
    outDir: fromRoot("dist/renderer"),
    emptyOutDir: true,
    license: { fileName: "licences.md" },
    target: "chrome120",
    // An inlined data: font or icon would need a looser content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // One file for what the first screen needs and one for what the pages share: by itself the bundler makes forty
        // small ones, and each request costs more than what it brings.
        codeSplitting: {
          groups: [
            { name: "shell", tags: ["$initial"], priority: 2 },
            { name: "pages", minShareCount: 2, test: (id) => !id.includes("pdfjs-dist"), priority: 1 },
          ],
        },
      },
    },
  },
});
