import { createHash } from "node:crypto";
import type { Client } from "../support/wires.ts";

/** What comes of the main job on the sample edition; the same wherever the application runs. */
export interface MainJob {
  edition: { year: number; sample: boolean };
  regions: number;
  indicatorsOffered: number;
  ranking: { code: string; rank: number | null; total: string | null }[];
  /** SHA-256 of each paper, by its key. */
  papers: Record<string, string>;
  charters: { sha256: string; failures: unknown[] };
  spreadsheets: string[];
}

/** The sample edition from its file to the charters, with every kind of work that a thread of its own does. */
export async function doMainJob(api: Client): Promise<MainJob> {
  const { id: editionId, year, sample } = await api.editions.openSample();
  const [category] = await api.categories.list({ editionId });
  const { rounds } = await api.results.get({ categoryId: category?.id ?? 0 });
  const { roundId = 0, rows = [] } = rounds.at(-1) ?? {};
  const papers: MainJob["papers"] = {};
  const list = await api.documents.list({ editionId });
  for (const { key } of list) papers[key] = await digestOf(await api.documents.preview({ editionId, key }));
  const keys = list.filter(({ kind }) => kind === "charter").map(({ key }) => key);
  const { file, failures } = await api.documents.make({ editionId, keys, bundle: "onePdf" });
  const spreadsheets = [
    await api.spreadsheets.template({ roundId }),
    await api.spreadsheets.ranking({ roundId }),
  ];
  return {
    edition: { year, sample },
    regions: (await api.regions.catalogue()).length,
    indicatorsOffered: (await api.rounds.indicatorLibrary()).length,
    ranking: rows.map(({ code, rank, total }) => ({ code, rank, total })),
    papers,
    charters: { sha256: await digestOf(file), failures },
    spreadsheets: spreadsheets.map(({ name }) => name),
  };
}

async function digestOf(file: File): Promise<string> {
  return createHash("sha256")
    .update(await file.bytes())
    .digest("hex");
}
