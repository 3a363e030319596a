import { typesetCharters } from "./charter.ts";
import type { TypesetPaper } from "./common.ts";
import { typesetDossier } from "./dossier.ts";
import { typesetMinutes } from "./minutes.ts";
import type { Paper } from "./paperData.ts";
import { typesetProse } from "./prose.ts";
import { typesetRecap } from "./recap.ts";
import { typesetRuleBook } from "./ruleBook.ts";
import { typesetScoreSheets } from "./scoreSheet.ts";
import type { PaperCompiler } from "./typst.ts";

export type * from "./paperData.ts";
export { PaperError } from "./paperError.ts";
export { createPaperCompiler, type PaperCompiler } from "./typst.ts";

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
  const { template, data, pictures, sourceText } = typeset(paper);
  return compiler.compile(template, data, { pictures, sourceText, source: paper });
}
