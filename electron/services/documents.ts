import { AppError } from "../contract/errors.ts";
import { isSecured } from "../database/queries/accounts.ts";
import { saveDocument } from "../database/queries/documents.ts";
import type { Paper } from "../documents/paperData.ts";
import { paperKindOf } from "../domain/paperKinds.ts";
import { type Context, announce, os } from "./context.ts";
import { parseDocumentKey } from "./documentKey.ts";
import { listPapers } from "./documentList.ts";
import { type Issue, recordIssues } from "./issuing.ts";
import { underJob } from "./jobs.ts";
import { appendEvent, command } from "./ledgerWriting.ts";
import { getEdition } from "./lookup.ts";
import { placeOf, renderForPreview, resourcesOf } from "./paperRun.ts";
import { openPapers } from "./papers/sources.ts";

export const documents = {
  list: os.documents.list.handler(({ input, context }) => listPapers(context, input.editionId)),

  preview: os.documents.preview.handler(async ({ input, context, signal }) => {
    const { key, title, paper } = (await readPapers(context, input.editionId, [input.key])).papers[0]!;
    const pdf = await renderForPreview(context, paper, signal);
    return new File([pdf], `${fileName(title, key)}.pdf`, { type: "application/pdf" });
  }),

  make: os.documents.make.handler(async ({ input, context, signal }) => {
    const { papers, failures } = await readPapers(context, input.editionId, input.keys, { keepGoing: true });
    const place = placeOf(
      papers.map(({ paper }) => paper),
      "bulk",
    );
    const made = await underJob(context, input.job, signal, (options) =>
      context.work.run(
        place.lane,
        "makePapers",
        {
          ...resourcesOf(context),
          bundle: input.bundle,
          papers: papers.map(({ key, title, paper }) => ({ key, title, name: fileName(title, key), paper })),
        },
        { ...options, ...place.limit },
      ),
    );
    const all = [...failures, ...made.failures];
    if (!made.file) {
      throw new AppError("INVALID", `Tidak ada dokumen yang dapat dibuat. ${all[0]?.sentence ?? ""}`.trim(), {
        problems: all.map(({ key, sentence }) => ({ path: key, message: sentence })),
      });
    }
    const { bytes, extension, mime } = made.file;
    const failed = new Set(made.failures.map(({ key }) => key));
    const out = papers.filter(({ key }) => !failed.has(key));
    const issues = out.flatMap(({ issue }) => issue ?? []);
    const details = { keys: out.map(({ key }) => key), serials: issues.map(({ serial }) => serial) };
    command(context, input.editionId, { act: "documents.make" }, () => {
      appendEvent(context, input.editionId, { act: "ekspor", subject: "dokumen", details });
      recordIssues(context.db, input.editionId, issues, context.clock.now());
    });
    announce(context, input.editionId, "documents", "ledger");
    const { title, year } = getEdition(context.db, input.editionId);
    const name =
      papers.length === 1
        ? fileName(papers[0]!.title, papers[0]!.key)
        : fileName(`Dokumen ${title}`, String(year));
    return { file: new File([bytes], `${name}.${extension}`, { type: mime }), failures: all };
  }),

  setDetails: os.documents.setDetails.handler(async ({ input, context }) => {
    const { editionId, keys, ...details } = input;
    getEdition(context.db, editionId);
    const given = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
    if (given.number === "") given.number = null;
    if (typeof given.number === "string") await refuseUsedNumber(context, editionId, keys, given.number);
    command(context, editionId, { act: "documents.setDetails" }, () => {
      for (const key of keys) {
        parseDocumentKey(key);
        saveDocument(context.db, editionId, key, given);
      }
    });
    announce(context, editionId, "documents");
  }),

  markPrinted: os.documents.markPrinted.handler(async ({ input, context }) => {
    const { editionId, keys, printed } = input;
    const states = new Map((await listPapers(context, editionId)).map((paper) => [paper.key, paper]));
    for (const key of keys) {
      const paper = states.get(key);
      if (!paper) throw new AppError("NOT_FOUND", "Dokumen ini sudah tidak ada. Muat ulang daftar dokumen.");
      if (printed && !["ready", "printed", "revoked"].includes(paper.state)) {
        throw new AppError(
          "NOT_READY",
          `"${paper.title}" belum siap, jadi tidak dapat ditandai tercetak. ${paper.why}`,
        );
      }
    }
    const printedAt = printed ? context.clock.now() : null;
    const issues = printedAt === null ? [] : await issuesOf(context, editionId, keys);
    command(context, editionId, { act: "documents.markPrinted" }, () => {
      for (const key of keys) saveDocument(context.db, editionId, key, { printedAt });
      if (printedAt !== null) recordIssues(context.db, editionId, issues, printedAt);
    });
    announce(context, editionId, "documents", "editions");
  }),
};

/** One number names one paper: two with the same could not be told apart in the register of letters. */
async function refuseUsedNumber(
  context: Context,
  editionId: number,
  keys: string[],
  number: string,
): Promise<void> {
  const other = (await listPapers(context, editionId)).find(
    (paper) => paper.number === number && !keys.includes(paper.key),
  );
  if (!other && keys.length < 2) return;
  const where = other
    ? `sudah dipakai "${other.title}"`
    : `tidak dapat dipakai ${keys.length} dokumen sekaligus`;
  throw new AppError("CONFLICT", `Nomor ${number} ${where}. Ketik nomor lain.`);
}

/** What is out with papers that somebody holds in hand, also where they were made before the edition was secured. */
async function issuesOf(context: Context, editionId: number, keys: string[]): Promise<Issue[]> {
  if (!isSecured(context.db, editionId)) return [];
  const find = openPapers(context, editionId);
  const issues: Issue[] = [];
  for (const key of keys) {
    const issue = (await find(key)).issue();
    if (issue) issues.push(issue);
  }
  return issues;
}

interface NamedPaper {
  key: string;
  title: string;
  paper: Paper;
  /** Null for what shows no sealed result. */
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
  const papers: NamedPaper[] = [];
  const failures: { key: string; sentence: string }[] = [];
  for (const key of keys) {
    try {
      const { make, issue } = await find(key);
      const paper = make();
      papers.push({ key, title: titles.get(key) ?? key, paper, issue: paper.rancangan ? null : issue() });
    } catch (error) {
      if (!keepGoing || !(error instanceof AppError)) throw error;
      failures.push({ key, sentence: error.message });
    }
  }
  return { papers, failures };
}

/** A file name that every system takes: the title without signs, and the key to tell namesakes apart. */
function fileName(title: string, key: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/[^\p{Letter}\p{Number} .,-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 100);
  const [, ...place] = key.split("/");
  if (place.length === 0) return plain;
  const words = paperKindOf(key)?.toLowerCase() ?? "lencana";
  return `${plain || "dokumen"} (${[words, ...place].join("-")})`;
}
