import { formatDecimal } from "../domain/indonesian.ts";
import { pageCodes } from "../domain/paperCode.ts";
import { codePicture } from "./code.ts";
import { commonData, type TypesetPaper } from "./common.ts";
import type { ScoreSheetPaper } from "./paperData.ts";
import { proofFoot } from "./proof.ts";
import { breakable, leastIsBest, placeAndDate, scaleRange } from "./wording.ts";

type SheetIndicator = ScoreSheetPaper["indicators"][number];

function scaleText({ scale, direction }: SheetIndicator): { range: string; hint: string | null } {
  const range = scaleRange(scale);
  const hints = [
    ...(scale.step === null ? [] : [`kelipatan ${formatDecimal(scale.step)}`]),
    ...(direction === "lower" ? [leastIsBest] : []),
  ];
  return { range, hint: hints.length === 0 ? null : hints.join(", ") };
}

/** What a template says of each sheet by metadata: how many pages it takes. */
export const pagesOfSheet = "pages-of-sheet";

/** Which sheets of a paper are set, where it has too many for once. */
export interface SheetsPart {
  from: number;
  to: number;
  /** How many pages each sheet of the paper is held to take, those of other parts too. */
  pages: readonly number[];
}

/**
 * Lays out score sheets, blank or filled, each starting a page of its own. `pages` is how many each takes: one, until it
 * was set and says otherwise. Sheets of one panelist are one paper, whose pages are counted through.
 */
export function typesetScoreSheets(
  paper: ScoreSheetPaper,
  pages: readonly number[] = paper.sheets.map(() => 1),
  { from, to } = { from: 0, to: paper.sheets.length },
): TypesetPaper {
  const places = placesInPapers(paper, pages, { from, to });
  const pictures = new Map<string, Uint8Array>();
  const title = `Lembar Penilaian ${paper.round} ${paper.editionTitle}`;
  return {
    template: "scoreSheet.typ",
    pictures,
    data: {
      ...commonData(paper, pictures, { title, author: null, date: paper.date }),
      category: paper.category,
      round: paper.round,
      indicators: paper.indicators.map((indicator) => ({
        name: breakable(indicator.name, 30),
        weight: `${formatDecimal(indicator.weight)}%`,
        ...scaleText(indicator),
      })),
      ...placeAndDate(paper.place, paper.date),
      sheets: paper.sheets.slice(from, to).map((sheet, index) => ({
        panelist: sheet.panelist,
        entry: sheet.entry,
        proof: proofFoot(sheet.proof ?? paper.proof),
        ...places[index],
        head: sheet.head,
        values: paper.indicators.map((_, at) => {
          const value = sheet.values[at] ?? null;
          return value === null ? null : formatDecimal(value);
        }),
        total: sheet.total === null ? null : formatDecimal(sheet.total),
      })),
    },
  };
}

/** Of each sheet where its pages stand in its own paper, with their codes. */
function placesInPapers(
  { sheets, proof }: ScoreSheetPaper,
  pages: readonly number[],
  { from, to }: { from: number; to: number },
) {
  const proofOf = (sheet: ScoreSheetPaper["sheets"][number]) => sheet.proof ?? proof ?? null;
  const serialOf = (sheet: ScoreSheetPaper["sheets"][number]) => proofOf(sheet)?.serial ?? null;
  const totals = new Map<string | null, number>();
  const before = sheets.map((sheet, index) => {
    const done = totals.get(serialOf(sheet)) ?? 0;
    totals.set(serialOf(sheet), done + (pages[index] ?? 1));
    return done;
  });
  const codes = new Map<string | null, string[]>();
  return sheets.slice(from, to).map((sheet, index) => {
    const serial = serialOf(sheet);
    const code = proofOf(sheet)?.code;
    const pagesOfPaper = totals.get(serial) ?? 1;
    const all = codes.get(serial) ?? (code ? pageCodes(code, pagesOfPaper) : []);
    codes.set(serial, all);
    const pagesBefore = before[from + index] ?? 0;
    const own = all.slice(pagesBefore, pagesBefore + (pages[from + index] ?? 1));
    return { serial, pagesBefore, pagesOfPaper, codes: own.map((one) => codePicture({ code: one })) };
  });
}
