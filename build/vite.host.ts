import { fileURLToPath } from "node:url";
import { mergeConfig } from "vite";
import main from "./vite.main.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The host in one file beside its worker: reading some hundred files would be half of a start. */
const host = mergeConfig(main, { build: { outDir: here("../dist/host") } });
host.build.rolldownOptions.input = {
  host: here("../electron/host.ts"),
  worker: here("../electron/work/worker.ts"),
};
export default host;
