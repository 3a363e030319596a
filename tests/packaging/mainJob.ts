import { createHash } from "node:crypto";
import { sha256 } from "../../electron/services/sha256.ts";
import { readPage } from "../../electron/verifier/bundleHtml.ts";
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
  /** SHA-256 of the script that a bundle brings, and what is wrong with the ledger. */
  proof: { script: string; entries: number; findings: string[] };
}

/**
 * The sample edition from its file to the charters, with every kind of work that a thread of its own does. Made papers are
 * had as the window has them: one of our own saves them from the disk.
 */
export async function doMainJob(
  api: Client,
  save: (made: { file: File; kept: string | null }) => Promise<Uint8Array> = ({ file }) => file.bytes(),
): Promise<MainJob> {
  const { id: editionId, year, sample } = await api.editions.openSample();
  const [category] = await api.categories.list({ editionId });
  const { rounds } = await api.results.get({ categoryId: category?.id ?? 0 });
  const { roundId = 0, rows = [] } = rounds.at(-1) ?? {};
  const papers: MainJob["papers"] = {};
  const list = await api.documents.list({ editionId });
  for (const { key } of list) papers[key] = await digestOf(await api.documents.preview({ editionId, key }));
  const keys = list.filter(({ kind }) => kind === "charter").map(({ key }) => key);
  const made = await api.documents.make({
    editionId,
    keys,
    bundle: "onePdf",
    despiteNames: true,
  });
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
    charters: { sha256: sha256(await save(made)), failures: made.failures },
    spreadsheets: spreadsheets.map(({ name }) => name),
    proof: await proofOf(api, editionId),
  };
}

/** Secures the edition, signs its rule book and takes its bundle. */
async function proofOf(api: Client, editionId: number): Promise<MainJob["proof"]> {
  const pin = "246810";
  const { view } = await api.security.secure({ editionId, secretary: "Siti", pin });
  await api.security.signRuleBook({ editionId, hash: view.presentHash ?? "", pin });
  const page = readPage(await (await api.seals.bundle({ editionId })).text());
  const { entries, findings } = await api.security.verify({ editionId });
  return { script: sha256(page?.script ?? ""), entries, findings };
}

async function digestOf(file: File): Promise<string> {
  return createHash("sha256")
    .update(await file.bytes())
    .digest("hex");
}
