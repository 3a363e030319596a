import { formatDecimal } from "../domain/indonesian.ts";
import { codePictures } from "./code.ts";
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

/**
 * Lays out score sheets, blank or filled, each starting a page of its own. `pages` is how many each takes: one, until it
 * was set and says otherwise. Sheets of one panelist are one paper, whose pages are counted through.
 */
export function typesetScoreSheets(
  paper: ScoreSheetPaper,
  pages: readonly number[] = paper.sheets.map(() => 1),
): TypesetPaper {
  const places = placesInPapers(paper, pages);
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
      sheets: paper.sheets.map((sheet, index) => ({
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
function placesInPapers({ sheets, proof }: ScoreSheetPaper, pages: readonly number[]) {
  const proofOf = (sheet: ScoreSheetPaper["sheets"][number]) => sheet.proof ?? proof ?? null;
  const serialOf = (sheet: ScoreSheetPaper["sheets"][number]) => proofOf(sheet)?.serial ?? null;
  const totals = new Map<string | null, number>();
  const before = sheets.map((sheet, index) => {
    const done = totals.get(serialOf(sheet)) ?? 0;
    totals.set(serialOf(sheet), done + (pages[index] ?? 1));
    return done;
  });
  const codes = new Map<string | null, number[][]>();
  return sheets.map((sheet, index) => {
    const serial = serialOf(sheet);
    const all = codes.get(serial) ?? codePictures(proofOf(sheet), totals.get(serial) ?? 1);
    codes.set(serial, all);
    const pagesBefore = before[index] ?? 0;
    return {
      serial,
      pagesBefore,
      pagesOfPaper: totals.get(serial) ?? 1,
      codes: all.slice(pagesBefore, pagesBefore + (pages[index] ?? 1)),
    };
  });
}
