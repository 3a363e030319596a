import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { PaperRow } from "../contract/documents.ts";
import { editableKinds, paperKinds } from "../domain/paperKinds.ts";
import type { CommandOutcome } from "../interchange/rankFile.ts";
import { checkoutPaths } from "../platform/paths.ts";
import { writeWhole } from "../platform/wholeFile.ts";
import { type Api, done, withApi } from "./edition.ts";

/** Holds the demo's own database; made anew each time, and nothing else is ever removed. */
const databaseFolder = "data-contoh";

/** `lencana demo DIR`: the sample edition in a fresh database, with every paper, the rankings and the edition file. */
export async function runDemo(root: string, folder: string): Promise<CommandOutcome> {
  const data = join(folder, databaseFolder);
  rmSync(data, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return withApi(checkoutPaths(root, data), async (api) => {
    const { id: editionId, year } = await api.editions.openSample();
    const written: string[] = [];
    // Nobody checks the names of a sample, and what is made of it says CONTOH.
    const make = async (keys: string[], bundle: "onePdf" | "docx") =>
      (await api.documents.make({ editionId, keys, bundle, despiteNames: true })).file;
    const write = async (name: string, file: File) => {
      await writeWhole(join(folder, name), await file.bytes());
      written.push(name);
    };
    for (const paper of await api.documents.list({ editionId })) {
      if (paper.state === "blocked") continue;
      await write(`${nameOf(paper)}.pdf`, await api.documents.preview({ editionId, key: paper.key }));
      if (!editableKinds.has(paper.kind)) continue;
      await write(`${nameOf(paper)}.docx`, await make([paper.key], "docx"));
    }
    await write("piagam-semua.pdf", await make(await listCharters(api, editionId), "onePdf"));
    for (const category of await api.categories.list({ editionId })) {
      for (const round of category.rounds) {
        await write(
          `peringkat-${category.key}-${round.key}.xlsx`,
          await api.spreadsheets.ranking({ roundId: round.id }),
        );
        await write(
          `templat-${category.key}-${round.key}.xlsx`,
          await api.spreadsheets.template({ roundId: round.id }),
        );
      }
    }
    await write(`edisi-${year}.json`, await api.editions.exportFile({ editionId }));
    return done(`${written.length} berkas ditulis ke ${folder}:`, ...written.map((name) => `  ${name}`));
  });
}

async function listCharters(api: Api, editionId: number): Promise<string[]> {
  const papers = await api.documents.list({ editionId });
  return papers.filter(({ kind, state }) => kind === "charter" && state !== "blocked").map(({ key }) => key);
}

/** "piagam-1-bupati…": what a person looks for in a folder. */
function nameOf({ kind, title, key }: PaperRow): string {
  const rest = title.split(" · ").slice(1).join(" ") || key;
  const plain = (text: string) =>
    text
      .normalize("NFKD")
      .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .toLowerCase();
  const place = key.split("/").slice(1);
  if (place.length === 0) return plain(paperKinds[kind]);
  return `${plain(paperKinds[kind])}-${plain(rest).slice(0, 80)}-${place.join("-")}`;
}
