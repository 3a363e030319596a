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

interface PaperFailure {
  key: string;
  sentence: string;
  error: AppError;
}

/** The data of papers by key. With `keepGoing`, a paper that cannot be made is a failure beside the others. */
export async function readPapers(
  context: Context,
  editionId: number,
  keys: string[],
  { keepGoing } = { keepGoing: false },
): Promise<{ papers: NamedPaper[]; failures: PaperFailure[] }> {
  const rows = new Map((await listPapers(context, editionId)).map((row) => [row.key, row]));
  const find = openPapers(context, editionId);
  const edition = getEdition(context.db, editionId);
  const stamped = (about: Omit<Issue, "serial" | "content" | "form">, made: Paper): NamedPaper => {
    const { key, title } = about;
    // A draft is nothing yet that could be held against the record.
    if (made.rancangan) return { key, title, paper: made, issue: null };
    const { paper, serial, content } = stampPaper(edition, { ...about, paper: made });
    return { key, title, paper, issue: { ...about, serial, content, form: "pdf" } };
  };
  const papers: NamedPaper[] = [];
  const failures: PaperFailure[] = [];
  for (const key of keys) {
    try {
      const { make, versions, restsOn } = await find(key);
      const { title = key, number = null } = rows.get(key) ?? {};
      papers.push(stamped({ key, title, number, versions, restsOn }, make()));
    } catch (error) {
      if (!keepGoing || !(error instanceof AppError)) throw error;
      failures.push({ key, sentence: error.message, error });
    }
  }
  return { papers, failures };
}
