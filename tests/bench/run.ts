import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { createRouterClient } from "@orpc/server";
import { router } from "../../electron/services/index.ts";
import { serveHttp } from "../../electron/transport/http.ts";
import { getTestBrowser } from "../../build/browser.ts";
import { bringUpToDate } from "../../build/launchers/builds.mjs";
import { openBigDatabase } from "./bigDatabase.ts";
import { benchGrid, benchStart } from "./browser.ts";
import { benchPapers } from "./papers.ts";
import { benchRanking } from "./ranking.ts";
import { benchScanning } from "./scanning.ts";
import { benchImport } from "./spreadsheets.ts";
import { benchStudio } from "./studio.ts";
import { type Figure, toTable } from "./table.ts";
import { benchVerify } from "./verify.ts";

/** Every figure beside its reference in the same run, printed and written to bench.md. */
const root = join(import.meta.dirname, "..", "..");
await bringUpToDate(["renderer", "verifier"]);
const figures: Figure[] = [];
const add = (name: string, found: Figure[]) => {
  figures.push(...found);
  console.error(`${name} done`);
};

const panel = await openBigDatabase("panel");
add("ranking", await benchRanking(panel));
add("verify", await benchVerify(panel));
await panel.close();

const desk = await openBigDatabase("desk");
add("papers", await benchPapers(desk));
add("scanning", await benchScanning(desk));
add("import", await benchImport(desk));

add("start", await benchStart(getTestBrowser()));
const browser = await chromium.launch({ executablePath: getTestBrowser() });
const server = await serveHttp({
  context: desk.context,
  procedures: router,
  rendererFolder: join(root, "dist", "renderer"),
  port: 0,
  onNewAddress: undefined,
});
add("grid", await benchGrid(browser, server.address(), `/#/e/${desk.editionId}/penilaian/${desk.roundId}/0`));
const { id: sampleId } = await createRouterClient(router, { context: desk.context }).editions.openSample();
add("studio", await benchStudio(browser, server.address(), `/#/e/${sampleId}/dokumen/studio`));
await browser.close();
await server.close();
await desk.close();

const table = toTable(figures);
const { model } = cpus()[0] ?? { model: "?" };
writeFileSync(
  join(root, "bench.md"),
  `${cpus().length} × ${model}, Node ${process.versions.node}\n\n${table}`,
);
console.log(table);
process.exitCode = figures.every(({ met }) => met) ? 0 : 1;
