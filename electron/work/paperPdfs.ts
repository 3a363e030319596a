import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../contract/errors.ts";
import { joinPapers } from "../documents/combine.ts";
import type { Paper, PaperCompiler } from "../documents/index.ts";
import { type JoinedPdf, openJoinedPdf } from "../documents/joinPdf.ts";
import type { OpenPaperFile, PaperContent, PaperFile } from "./paperFile.ts";
import { type AddedPaper, addPaper, batchesOf, type OnPart, recordsOf } from "./paperParts.ts";
import type { WorkProgress } from "./pool.ts";
import { tidy } from "./tidy.ts";

/** A paper to make, with the file name it gets when it stands alone. */
export interface PaperToMake {
  key: string;
  title: string;
  name: string;
  paper: Paper;
}

export interface MadePapers {
  /** Null when every paper failed. */
  file: PaperFile | null;
  failures: { key: string; sentence: string }[];
  /** How many pages each has, by key; none of a word processor's file. */
  pages: Record<string, number>;
  /** SHA-256 and length of the PDF of each that has one of its own, by key. */
  ownFiles: Record<string, { hash: string; bytes: number }>;
}

/** A PDF of each group. Of one with many records no more than some are in memory at a time. */
export async function makePdfs(
  compiler: PaperCompiler,
  groups: PaperToMake[][],
  {
    file,
    folder,
    onProgress,
  }: { file: OpenPaperFile; folder: string; onProgress: (progress: WorkProgress) => void },
): Promise<MadePapers> {
  const failures: MadePapers["failures"] = [];
  const pages: MadePapers["pages"] = {};
  const ownFiles: MadePapers["ownFiles"] = {};
  const { step, ...progress } = followRecords(groups.flat(), onProgress);
  for (const group of groups) {
    const joined = openJoinedPdf(join(folder, "gabungan.pdf"));
    const out: PaperToMake[] = [];
    try {
      for (const batch of batchesOf(group)) {
        progress.begin(batch[0]!.title);
        const { members, added, failed } = await addBatch(compiler, batch, joined, step);
        progress.end(batch);
        failures.push(...failed);
        if (!added) continue;
        out.push(...members);
        notePages(pages, members, added);
      }
      const content = joined.close();
      const [only, ...more] = out;
      if (content && only && more.length === 0) ownFiles[only.key] = markOf(content);
      const others = out.length > 1 ? ` dan ${out.length - 1} lainnya` : "";
      if (content) file.add(`${out[0]!.name}${others}.pdf`, content);
    } finally {
      joined.release();
    }
  }
  return { file: file.close(), failures, pages, ownFiles };
}

/** What is signed later is known by it again, when this Lencana would make other bytes of the same paper. */
function markOf(content: PaperContent): { hash: string; bytes: number } {
  const bytes = "path" in content ? readFileSync(content.path) : content;
  return { hash: hash("sha256", bytes, "hex"), bytes: bytes.length };
}

interface AddedBatch {
  members: PaperToMake[];
  added: AddedPaper | null;
  failed: { key: string; sentence: string }[];
}

/** Adds papers that go together. Only one by one does it show who cannot be printed; the others then go together. */
async function addBatch(
  compiler: PaperCompiler,
  batch: PaperToMake[],
  joined: JoinedPdf,
  onPart: OnPart,
): Promise<AddedBatch> {
  const add = (members: PaperToMake[], told = onPart) =>
    attempt(compiler, joinPapers(members.map(({ paper }) => paper)), joined, told);
  let made = await add(batch);
  let members = batch;
  const failed = new Map<string, string>();
  if ("sentence" in made && batch.length > 1) {
    for (const member of batch) {
      const beginning = joined.mark();
      const alone = await add([member], (_, bytes) => onPart(0, bytes));
      if ("sentence" in alone) failed.set(member.key, alone.sentence);
      joined.back(beginning);
    }
    members = batch.filter(({ key }) => !failed.has(key));
    if (members.length > 0) made = await add(members);
  }
  if ("sentence" in made) {
    // A single one; or each alone passes and together they do not: nothing of them is in the file, and it is said of each.
    for (const { key } of members) failed.set(key, made.sentence);
  }
  return {
    members,
    added: "sentence" in made ? null : made,
    failed: [...failed].map(([key, sentence]) => ({ key, sentence })),
  };
}

/** Adds a paper, or nothing of it and says why. */
async function attempt(
  compiler: PaperCompiler,
  paper: Paper,
  joined: JoinedPdf,
  onPart: OnPart,
): Promise<AddedPaper | { sentence: string }> {
  const beginning = joined.mark();
  try {
    return await addPaper(compiler, paper, joined, onPart);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "INTERNAL") throw error;
    joined.back(beginning);
    await onPart(0, 0);
    return { sentence: error.message };
  }
}

/** Tidying takes longer than a charter, and what is not tidied away stays in memory. */
const betweenTidying = { records: 80, parts: 20, bytes: 4_000_000 };

/** Tells how many records are set, and frees what was needed for them. */
function followRecords(papers: readonly PaperToMake[], onProgress: (progress: WorkProgress) => void) {
  const count = (some: readonly PaperToMake[]) =>
    some.reduce((sum, { paper }) => sum + Math.max(1, recordsOf(paper)), 0);
  const total = count(papers);
  let [before, done, label] = [0, 0, ""];
  let untidied = { records: 0, parts: 0, bytes: 0 };
  const tell = () => onProgress({ done: Math.min(done, total), total, label });
  return {
    begin(title: string): void {
      label = title;
      tell();
    },
    /** Some are through, whatever of them was set twice or failed. */
    end(some: readonly PaperToMake[]): void {
      before += count(some);
      done = before;
      tell();
    },
    step: async (records: number, bytes: number): Promise<void> => {
      done += records;
      untidied = {
        records: untidied.records + records,
        parts: untidied.parts + 1,
        bytes: untidied.bytes + bytes,
      };
      if (
        untidied.records >= betweenTidying.records ||
        untidied.parts >= betweenTidying.parts ||
        untidied.bytes >= betweenTidying.bytes
      ) {
        tidy();
        untidied = { records: 0, parts: 0, bytes: 0 };
      }
      tell();
      // Typst's documents are freed between turns of the event loop; without one, memory grows with every paper.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** How many pages each paper of a PDF has; charters and score sheets stand many to one. */
function notePages(pages: MadePapers["pages"], members: PaperToMake[], added: AddedPaper): void {
  let done = 0;
  for (const { key, paper } of members) {
    const records = recordsOf(paper);
    const own = added.pagesOfRecords.slice(done, done + records);
    pages[key] = records === 0 ? added.pages : own.reduce((sum, count) => sum + count, 0);
    done += records;
  }
}
