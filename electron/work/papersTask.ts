import { hash } from "node:crypto";
import { join } from "node:path";
import { AppError } from "../contract/errors.ts";
import { combinePapers } from "../documents/combine.ts";
import {
  type RenderedPaper,
  createPaperCompiler,
  type Paper,
  type PaperCompiler,
  renderPages,
  renderPaper,
} from "../documents/index.ts";
import { editableKinds } from "../domain/paperKinds.ts";
import { measureNames, type MeasuredNames, type NameToMeasure } from "../documents/nameMeasures.ts";
import { openPaperFile, type PaperFile } from "./paperFile.ts";
import type { WorkProgress } from "./pool.ts";
import { tidy } from "./tidy.ts";

interface Resources {
  fonts: string[];
  resources: string;
}

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

type OnProgress = (progress: WorkProgress) => void;

const compilers = new Map<string, PaperCompiler>();

/** One paper as a PDF, with a compiler that stays warm. */
export function renderOnePaper({
  paper,
  ...resources
}: Resources & { paper: Paper }): Uint8Array<ArrayBuffer> {
  return renderPaper(compilerOf(resources), paper) as Uint8Array<ArrayBuffer>;
}

/** How large a charter sets names, and which signs of texts the typefaces lack. */
export function measureNamesTask({
  names,
  texts,
  ...resources
}: Resources & { names: NameToMeasure[]; texts: string[] }): MeasuredNames {
  return measureNames(compilerOf(resources), names, texts);
}

/** Many papers: a PDF each in a zip, or as few PDFs as their kinds allow. One that fails is named; the rest go on. */
export async function makePapers(
  given: Resources & {
    papers: PaperToMake[];
    bundle: "onePdf" | "zip" | "docx";
    /** Where several files go as a zip. */
    zipPath: string;
  },
  onProgress: OnProgress,
): Promise<MadePapers> {
  const { papers, bundle, zipPath, ...resources } = given;
  if (bundle === "docx") return await makeDocx(papers, zipPath, onProgress);
  const compiler = compilerOf(resources);
  const file = openPaperFile(zipPath, { ...pdf, always: bundle === "zip" });
  return await (bundle === "zip"
    ? makeEach(compiler, papers, file, onProgress)
    : makeTogether(compiler, papers, file, onProgress));
}

const pdf = { extension: "pdf", mime: "application/pdf" } as const;
type OpenFile = ReturnType<typeof openPaperFile>;

const papersBetweenTidying = 20;

/** Typst's documents are freed between turns of the event loop; without one, memory grows with every paper. */
async function freed(done: number): Promise<void> {
  if (done % papersBetweenTidying === 0) tidy();
  await new Promise((resolve) => setImmediate(resolve));
}

async function makeEach(
  compiler: PaperCompiler,
  papers: PaperToMake[],
  file: OpenFile,
  onProgress: OnProgress,
): Promise<MadePapers> {
  const failures: MadePapers["failures"] = [];
  const pages: MadePapers["pages"] = {};
  const ownFiles: MadePapers["ownFiles"] = {};
  for (const [done, member] of papers.entries()) {
    const { key, title, name, paper } = member;
    onProgress({ done, total: papers.length, label: title });
    const made = attempt(compiler, paper);
    if ("sentence" in made) failures.push({ key, sentence: made.sentence });
    else {
      file.add(`${name}.pdf`, made.bytes);
      notePages(pages, [member], made);
      noteOwnFile(ownFiles, [member], made);
    }
    await freed(done);
  }
  return { file: file.close(), failures, pages, ownFiles };
}

async function makeTogether(
  compiler: PaperCompiler,
  papers: PaperToMake[],
  file: OpenFile,
  onProgress: OnProgress,
): Promise<MadePapers> {
  const failures: MadePapers["failures"] = [];
  const pages: MadePapers["pages"] = {};
  const ownFiles: MadePapers["ownFiles"] = {};
  let done = 0;
  for (const group of combinePapers(papers)) {
    onProgress({ done, total: papers.length, label: group.members[0]!.title });
    let members = group.members;
    let made = attempt(compiler, group.paper);
    if ("sentence" in made && members.length > 1) {
      // Only one by one does it show who cannot be printed; the others then go together as they would have.
      const failed = new Map<string, string>();
      for (const [index, { key, paper }] of members.entries()) {
        const alone = attempt(compiler, paper);
        if ("sentence" in alone) failed.set(key, alone.sentence);
        await freed(index);
      }
      failures.push(...[...failed].map(([key, sentence]) => ({ key, sentence })));
      members = members.filter(({ key }) => !failed.has(key));
      const again = combinePapers(members)[0];
      made = again ? attempt(compiler, again.paper) : made;
      // Each alone passes and together they do not: nothing of them is in the file, and it is said of each.
      if ("sentence" in made) {
        const { sentence } = made;
        failures.push(...members.map(({ key }) => ({ key, sentence })));
      }
    } else if ("sentence" in made) failures.push({ key: members[0]!.key, sentence: made.sentence });
    if ("bytes" in made) {
      const others = members.length > 1 ? ` dan ${members.length - 1} lainnya` : "";
      file.add(`${members[0]!.name}${others}.pdf`, made.bytes);
      notePages(pages, members, made);
      noteOwnFile(ownFiles, members, made);
    }
    done += group.members.length;
  }
  onProgress({ done, total: papers.length, label: "" });
  return { file: file.close(), failures, pages, ownFiles };
}

/** What is signed later is known by these again, when this Lencana would make other bytes of the same paper. */
function noteOwnFile(
  ownFiles: MadePapers["ownFiles"],
  members: PaperToMake[],
  { bytes }: RenderedPaper,
): void {
  const [only, ...others] = members;
  if (only && others.length === 0)
    ownFiles[only.key] = { hash: hash("sha256", bytes, "hex"), bytes: bytes.length };
}

/** How many pages each paper of a PDF has; charters and score sheets stand many to one. */
function notePages(pages: MadePapers["pages"], members: PaperToMake[], made: RenderedPaper): void {
  let done = 0;
  for (const { key, paper } of members) {
    const records = recordsOf(paper);
    const own = made.pagesOfRecords.slice(done, done + records);
    pages[key] = records === 0 ? made.pages : own.reduce((sum, count) => sum + count, 0);
    done += records;
  }
}

function recordsOf(paper: Paper): number {
  if (paper.kind === "charter") return paper.charters.length;
  return paper.kind === "scoreSheet" ? paper.sheets.length : 0;
}

const docxMime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The word processor's files of papers of running text; of any other kind there is none. */
async function makeDocx(papers: PaperToMake[], zipPath: string, onProgress: OnProgress): Promise<MadePapers> {
  const { proseDocx } = await import("../documents/docx.ts");
  const file = openPaperFile(zipPath, { extension: "docx", mime: docxMime, always: false });
  const failures: MadePapers["failures"] = [];
  for (const [done, { key, title, name, paper }] of papers.entries()) {
    onProgress({ done, total: papers.length, label: title });
    if (paper.kind === "prose" && editableKinds.has(key.split("/")[0]!)) {
      file.add(`${name}.docx`, await proseDocx(paper));
    } else {
      failures.push({ key, sentence: `"${title}" hanya tersedia sebagai PDF.` });
    }
  }
  return { file: file.close(), failures, pages: {}, ownFiles: {} };
}

function attempt(compiler: PaperCompiler, paper: Paper): RenderedPaper | { sentence: string } {
  try {
    return renderPages(compiler, paper);
  } catch (error) {
    if (error instanceof AppError && error.code !== "INTERNAL") return { sentence: error.message };
    throw error;
  }
}

function compilerOf({ fonts, resources }: Resources): PaperCompiler {
  let compiler = compilers.get(resources);
  if (!compiler) {
    compiler = createPaperCompiler({ fontFolders: fonts, templateFolder: join(resources, "templates") });
    compilers.set(resources, compiler);
  }
  return compiler;
}
