import { typesetCharters } from "./charter.ts";
import type { TypesetPaper } from "./common.ts";
import { typesetDossier } from "./dossier.ts";
import { typesetMinutes } from "./minutes.ts";
import type { Paper } from "./paperData.ts";
import { typesetProse } from "./prose.ts";
import { typesetRecap } from "./recap.ts";
import { typesetRuleBook } from "./ruleBook.ts";
import { typesetScoreSheets } from "./scoreSheet.ts";
import { codePictures } from "./code.ts";
import type { CompiledPaper, PaperCompiler } from "./typst.ts";

export type * from "./paperData.ts";
export { PaperError } from "./paperError.ts";
export { type CompiledPaper, createPaperCompiler, type PaperCompiler } from "./typst.ts";

function typeset(paper: Paper): TypesetPaper {
  if (paper.kind === "charter") return typesetCharters(paper);
  if (paper.kind === "recap") return typesetRecap(paper);
  if (paper.kind === "minutes") return typesetMinutes(paper);
  if (paper.kind === "scoreSheet") return typesetScoreSheets(paper);
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

/** The same with how many pages it has. A paper of several is set twice, so that each carries the code of its own. */
export function renderPages(compiler: PaperCompiler, paper: Paper): CompiledPaper {
  const { template, data, pictures, sourceText } = typeset(paper);
  // Every charter and every score sheet is a record with a code of its own.
  const paged = paper.kind !== "charter" && paper.kind !== "scoreSheet" && Boolean(paper.proof?.code);
  const again = (pages: number) =>
    paged && pages > 1 ? { ...data, codes: codePictures(paper.proof, pages) } : null;
  return compiler.compile(template, data, { pictures, sourceText, source: paper, again });
}
