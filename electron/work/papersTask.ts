import { join } from "node:path";
import { combinePapers } from "../documents/combine.ts";
import { createPaperCompiler, type Paper, type PaperCompiler, renderPaper } from "../documents/index.ts";
import { measureNames, type MeasuredNames, type NameToMeasure } from "../documents/nameMeasures.ts";
import { editableKinds } from "../domain/paperKinds.ts";
import { openPaperFile, type OpenPaperFile } from "./paperFile.ts";
import { type MadePapers, makePdfs, type PaperToMake } from "./paperPdfs.ts";
import type { WorkProgress } from "./pool.ts";

export type { MadePapers, PaperToMake } from "./paperPdfs.ts";

interface Resources {
  fonts: string[];
  resources: string;
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
    /** An empty one of this run, for what it makes. */
    folder: string;
    /** What the folder inside a zip is called. */
    name: string;
  },
  onProgress: OnProgress,
): Promise<MadePapers> {
  const { papers, bundle, folder, name, ...resources } = given;
  const kind = bundle === "docx" ? docx : pdf;
  const file = openPaperFile(folder, { ...kind, name, always: bundle === "zip" });
  try {
    if (bundle === "docx") return await makeDocx(papers, file, onProgress);
    const groups = bundle === "zip" ? papers.map((paper) => [paper]) : combinePapers(papers);
    return await makePdfs(compilerOf(resources), groups, { file, folder, onProgress });
  } finally {
    file.release();
  }
}

const pdf = { extension: "pdf", mime: "application/pdf" } as const;

const docx = {
  extension: "docx",
  mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

/** The word processor's files of papers of running text; of any other kind there is none. */
async function makeDocx(
  papers: PaperToMake[],
  file: OpenPaperFile,
  onProgress: OnProgress,
): Promise<MadePapers> {
  const { proseDocx } = await import("../documents/docx.ts");
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

function compilerOf({ fonts, resources }: Resources): PaperCompiler {
  let compiler = compilers.get(resources);
  if (!compiler) {
    compiler = createPaperCompiler({ fontFolders: fonts, templateFolder: join(resources, "templates") });
    compilers.set(resources, compiler);
  }
  return compiler;
}
