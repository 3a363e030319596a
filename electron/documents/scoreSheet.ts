import { formatDecimal } from "../domain/indonesian.ts";
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

/** Lays out score sheets, blank or filled, each starting a page of its own. */
export function typesetScoreSheets(paper: ScoreSheetPaper): TypesetPaper {
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
      sheets: paper.sheets.map((sheet) => ({
        panelist: sheet.panelist,
        entry: sheet.entry,
        proof: proofFoot(sheet.proof ?? paper.proof),
        code: codePicture(sheet.proof ?? paper.proof),
        head: sheet.head,
        values: paper.indicators.map((_, index) => {
          const value = sheet.values[index] ?? null;
          return value === null ? null : formatDecimal(value);
        }),
        total: sheet.total === null ? null : formatDecimal(sheet.total),
      })),
    },
  };
}
