import { typesetCharters } from "./charter.ts";
import { recipientLines } from "./charterValues.ts";
import type { TypesetPaper } from "./common.ts";
import { typesetDossier } from "./dossier.ts";
import { typesetMinutes } from "./minutes.ts";
import { refuseIncomplete } from "./ownTemplate.ts";
import type { Paper } from "./paperData.ts";
import { typesetProse } from "./prose.ts";
import { typesetRecap } from "./recap.ts";
import { typesetRuleBook } from "./ruleBook.ts";
import { pagesOfSheet, type SheetsPart, typesetScoreSheets } from "./scoreSheet.ts";
import { codePictures } from "./code.ts";
import type { CompiledPaper, CompileOptions, PaperCompiler } from "./typst.ts";

export type * from "./paperData.ts";
export { PaperError } from "./paperError.ts";
export type { SheetsPart } from "./scoreSheet.ts";
export { type CompiledPaper, createPaperCompiler, type PaperCompiler } from "./typst.ts";

function typeset(paper: Paper, part?: SheetsPart): TypesetPaper {
  if (paper.kind === "charter") return typesetCharters(paper);
  if (paper.kind === "recap") return typesetRecap(paper);
  if (paper.kind === "minutes") return typesetMinutes(paper);
  if (paper.kind === "scoreSheet") return typesetScoreSheets(paper, part?.pages, part);
  if (paper.kind === "ruleBook") return typesetRuleBook(paper);
  if (paper.kind === "prose") return typesetProse(paper);
  return typesetDossier(paper);
}

/**
 * The PDF/A-2b of a paper: the same bytes for the same paper.
 * @throws PaperError with the name or field that cannot be printed.
 */
export function renderPaper(compiler: PaperCompiler, paper: Paper): Uint8Array {
  return renderPages(compiler, paper).bytes;
}

function namesOn(paper: Paper): string[] {
  return paper.kind === "charter" ? paper.charters.map((charter) => recipientLines(charter).name) : [];
}

/** A PDF with how many pages it has, and each of its records: charters and score sheets are many to a PDF. */
export interface RenderedPaper extends CompiledPaper {
  pagesOfRecords: number[];
}

/**
 * The same with how many pages it has. A paper of several is set twice, so that each carries the code of its own; a part of
 * one is set once, with the numbers of pages that it was given.
 */
export function renderPages(compiler: PaperCompiler, paper: Paper, part?: SheetsPart): RenderedPaper {
  const { template, data, pictures, sourceText } = typeset(paper, part);
  let pagesOfRecords = paper.kind === "charter" ? paper.charters.map(() => 1) : [];
  const again: CompileOptions["again"] = (pages, saidOf) => {
    if (paper.kind === "charter") return null;
    if (paper.kind !== "scoreSheet") {
      return pages > 1 && paper.proof?.code ? { ...data, codes: codePictures(paper.proof, pages) } : null;
    }
    pagesOfRecords = saidOf(pagesOfSheet).map(Number);
    if (part) return null;
    return pages > paper.sheets.length ? typesetScoreSheets(paper, pagesOfRecords).data : null;
  };
  const compiled = compiler.compile(template, data, {
    pictures,
    sourceText,
    source: paper,
    again,
    check: sourceText === undefined ? undefined : (set) => refuseIncomplete(set, namesOn(paper)),
  });
  return { ...compiled, pagesOfRecords };
}
