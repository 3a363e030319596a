import { listPanelistScores } from "../database/queries/sheets.ts";
import type { ScoreSheetPaper } from "../documents/paperData.ts";
import { parseFraction, roundHalfAway } from "../domain/exact.ts";
import { headOfficeLabel } from "../domain/names.ts";
import type { Context } from "./context.ts";
import { commonOf, getSourceRound, letterheadOf, type PaperSource } from "./paperSource.ts";

/** The sheets of one panelist (0: the desk) for every entry of the round it may score, blank or with its values. */
export function scoreSheetPaper(
  { db }: Context,
  source: PaperSource,
  roundId: number,
  panelistId: number,
  filled: boolean,
): ScoreSheetPaper {
  const { round, ranked } = getSourceRound(source, roundId);
  const key = `${filled ? "scoreSheet" : "blankSheet"}/${roundId}/${panelistId}`;
  const panelist = panelistId === 0 ? null : source.panelists.get(panelistId);
  const panelistKey = panelistId === 0 ? "" : source.byKeys.panelistKeyOf.get(panelistId)!;
  const values = new Map(
    filled
      ? listPanelistScores(db, roundId, panelistId === 0 ? null : panelistId).map((score) => [
          `${score.entryId}:${score.indicatorId}`,
          score.value,
        ])
      : [],
  );
  const taking = new Set(ranked.result.results.map(({ entry }) => entry));
  const recused = new Set(
    round.round.recusals.flatMap((recusal) => (recusal.panelist === panelistKey ? [recusal.entry] : [])),
  );
  return {
    kind: "scoreSheet",
    // A blank sheet says nothing of a result: it is no draft of one, and no correction revokes it.
    ...commonOf(source, key, filled && !source.official.has(roundId), filled ? [roundId] : []),
    letterhead: letterheadOf(source),
    category: source.byKeys.category.name,
    round: round.round.name,
    indicators: round.round.indicators.map(({ name, weight, scale, direction }) => ({
      name,
      weight,
      scale,
      direction,
    })),
    place: source.edition.signatory?.place ?? null,
    date: source.documents.get(key)?.date ?? null,
    sheets: source.byKeys.entries
      .filter(({ code }) => taking.has(code) && !recused.has(code))
      .map(({ id, code, label }) => {
        const head = source.regions.get(code)!.head;
        const total = filled ? ranked.standings.get(code)?.sheetTotals[panelistKey] : undefined;
        return {
          panelist: panelist ? { name: panelist.name, institution: panelist.institution } : null,
          entry: label,
          head: head ? `${headOfficeLabel(source.regions.get(code)!)} ${head.name}` : null,
          values: round.indicators.map((indicator) => values.get(`${id}:${indicator.id}`) ?? null),
          total: total ? roundHalfAway(parseFraction(total), round.round.decimals) : null,
        };
      }),
  };
}
