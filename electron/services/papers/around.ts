import type { CategoryRow } from "../../contract/categories.ts";
import { listAwards, listCategories } from "../../database/queries/categories.ts";
import { listPanelists } from "../../database/queries/panelists.ts";
import { listRounds } from "../../database/queries/rounds.ts";
import type { Context } from "../context.ts";
import { hidesSealedResult, hidesWinners } from "../embargo.ts";
import { getCategoryByKeys, getEdition } from "../lookup.ts";
import { recipientsOf } from "../recipients.ts";
import { describe } from "../rounds.ts";
import type { CategoryAround, EditionAround, RoundAround } from "./kind.ts";
import { resultState } from "./states.ts";

/** What the list of an edition's papers is made from, read once for every kind. */
export async function readAround(context: Context, editionId: number): Promise<EditionAround> {
  const edition = getEdition(context.db, editionId);
  const panelists = new Map(listPanelists(context.db, editionId).map((one) => [one.id, one]));
  const categories = await Promise.all(
    listCategories(context.db, editionId).map((category) =>
      readCategory(context, { edition, panelists }, category),
    ),
  );
  return { edition, categories, panelists };
}

async function readCategory(
  context: Context,
  { edition, panelists }: Pick<EditionAround, "edition" | "panelists">,
  category: CategoryRow,
): Promise<CategoryAround> {
  const { db } = context;
  const ranked = await context.rankings.ranked(category.id);
  const byKeys = getCategoryByKeys(db, category.id);
  const hidden = hidesWinners(context, byKeys, ranked);
  const withoutValues = hidesSealedResult(context, byKeys);
  const rounds = listRounds(db, category.id).map((round, index): RoundAround => {
    const own = ranked[index]!;
    const open = describe(db, round).openPoints[0];
    const noSheets =
      open ??
      (own.result.results.length === 0 ? "Peserta babak ini belum ada; selesaikan babak sebelumnya." : null);
    return {
      round,
      index,
      ranked: own,
      group: `${category.name} · ${round.name}`,
      noSheets,
      result: resultState(context, { byKeys, hidden }, round, own, noSheets),
      // A filled sheet ranks nobody, so it waits for the announcement only where the values do.
      filled: resultState(context, { byKeys, hidden: withoutValues }, round, own, noSheets),
    };
  });
  return {
    edition,
    category,
    byKeys,
    ranked,
    awards: listAwards(db, edition.id).filter(({ categoryId }) => categoryId === category.id),
    recipients: recipientsOf(db, byKeys, ranked),
    panelists,
    rounds,
    hidden,
  };
}
