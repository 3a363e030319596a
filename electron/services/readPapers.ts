import { AppError } from "../contract/errors.ts";
import type { Paper } from "../documents/paperData.ts";
import type { Context } from "./context.ts";
import { listPapers } from "./documentList.ts";
import type { Issue } from "./issuing.ts";
import { getEdition } from "./lookup.ts";
import { openPapers } from "./papers/sources.ts";
import { stampPaper } from "./stamping.ts";

/** A paper by its key. */
export interface NamedPaper {
  key: string;
  title: string;
  paper: Paper;
  /** Null for a draft. */
  issue: Issue | null;
}

/** The data of papers by key. With `keepGoing`, a paper that cannot be made is a failure beside the others. */
export async function readPapers(
  context: Context,
  editionId: number,
  keys: string[],
  { keepGoing } = { keepGoing: false },
): Promise<{ papers: NamedPaper[]; failures: { key: string; sentence: string }[] }> {
  const titles = new Map((await listPapers(context, editionId)).map(({ key, title }) => [key, title]));
  const find = openPapers(context, editionId);
  const edition = getEdition(context.db, editionId);
  // A draft is nothing yet that could be held against the record.
  const stamped = (made: Parameters<typeof stampPaper>[1]): NamedPaper => ({
    ...made,
    ...(made.paper.rancangan ? { issue: null } : stampPaper(edition, made)),
  });
  const papers: NamedPaper[] = [];
  const failures: { key: string; sentence: string }[] = [];
  for (const key of keys) {
    try {
      const { make, versions } = await find(key);
      papers.push(stamped({ key, title: titles.get(key) ?? key, paper: make(), versions }));
    } catch (error) {
      if (!keepGoing || !(error instanceof AppError)) throw error;
      failures.push({ key, sentence: error.message });
    }
  }
  return { papers, failures };
}
