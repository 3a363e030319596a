import { parentPort, workerData } from "node:worker_threads";
import { createPaperCompiler, renderPaper } from "../../electron/documents/index.ts";
import { fontFolders, templateFolder } from "./papers2021.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
parentPort?.postMessage(renderPaper(compiler, workerData), []);
