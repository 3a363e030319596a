import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { createRouterClient } from "@orpc/server";
import { AppError } from "../contract/errors.ts";
import type { CommandOutcome } from "../interchange/rankFile.ts";
import { systemClock } from "../platform/clock.ts";
import { checkoutPaths, type Paths } from "../platform/paths.ts";
import { writeWhole } from "../platform/wholeFile.ts";
import { closeContext, createContext, router } from "../services/index.ts";

/** The API as the command line calls it: the same services, in this process. */
export type Api = ReturnType<typeof clientOf>;

/** `lencana import FILE` */
export function runImport(root: string, file: string): Promise<CommandOutcome> {
  return withApi(checkoutPaths(root), async (api) => {
    const { title, year, id } = await api.editions.importFile({ file: await readFile(file) });
    return done(`Edisi "${title}" (${year}) diimpor sebagai nomor ${id}.`);
  });
}

/** `lencana export EDITION FILE`: the edition by its number, or by a year that only one has. */
export function runExport(root: string, edition: string, file: string): Promise<CommandOutcome> {
  return withApi(checkoutPaths(root), async (api) => {
    const all = await api.editions.list();
    const wanted = all.filter(({ id, year }) => String(id) === edition || String(year) === edition);
    const [only, ...others] = wanted.some(({ id }) => String(id) === edition)
      ? wanted.filter(({ id }) => String(id) === edition)
      : wanted;
    if (!only || others.length > 0) {
      const list =
        all.map(({ id, year, title }) => `${id}: ${title} (${year})`).join("; ") || "belum ada edisi";
      const why = only ? `Tahun ${edition} mempunyai beberapa edisi` : `Edisi ${edition} tidak ada`;
      throw new AppError("NOT_FOUND", `${why}. Sebutkan nomornya. Yang ada: ${list}.`);
    }
    const exported = await api.editions.exportFile({ editionId: only.id });
    await writeWhole(file, await exported.bytes());
    return done(`Edisi "${only.title}" ditulis ke ${file}.`);
  });
}

/** Opens a data folder for the time of one command. */
export async function withApi(
  paths: Paths,
  work: (api: Api) => Promise<CommandOutcome>,
): Promise<CommandOutcome> {
  const about = { version: "", shell: "lencana" };
  const context = await createContext({ paths, clock: systemClock, about });
  try {
    return await work(clientOf(context));
  } finally {
    await closeContext(context);
  }
}

export function done(...lines: string[]): CommandOutcome {
  return { exitCode: 0, stdout: `${lines.join("\n")}\n`, stderr: "" };
}

function clientOf(context: Awaited<ReturnType<typeof createContext>>) {
  return createRouterClient(router, { context });
}

async function readFile(path: string): Promise<File> {
  try {
    // Not read yet: a file far too large is refused by its size.
    return new File([await openAsBlob(path)], basename(path));
  } catch {
    throw new AppError("NOT_FOUND", `Berkas ${path} tidak ada atau tidak dapat dibaca. Periksa letaknya.`);
  }
}
