import type { EditionRow } from "../../contract/editions.ts";
import type { ReadDb } from "../../database/open.ts";
import type { CategoryByKeys } from "../../database/queries/rules.ts";
import type { RankedRound } from "../../work/rankTask.ts";
import { alteredSentence, isFinal, isOfficial, sealStanding } from "../roundAtWork.ts";
import { blocked, ready, type StateOfPaper } from "./kind.ts";
import { signatoryMissing } from "./officePaper.ts";
import { underEmbargo } from "./states.ts";

interface CategoryResult {
  byKeys: CategoryByKeys;
  ranked: readonly RankedRound[];
}

interface EditionResults {
  edition: EditionRow;
  categories: readonly CategoryResult[];
}

/** Of a paper that names who takes part in a round: certain once the result of the round before is. */
export function entrantsState(db: ReadDb, { byKeys, ranked }: CategoryResult, index: number): StateOfPaper {
  if (ranked[index]!.result.results.length === 0)
    return blocked("Peserta babak ini belum ada; selesaikan babak sebelumnya.");
  const before = ranked[index - 1];
  if (!before || isOfficial(db, byKeys, before)) return ready;
  if (sealStanding(db, before) === "altered") return blocked(alteredSentence);
  const { name } = byKeys.rounds[index - 1]!.round;
  const lacks = isFinal(before) ? "belum disegel" : "belum selesai";
  return { state: "draft", why: `Babak "${name}" ${lacks}, jadi finalisnya belum pasti.` };
}

/** The rounds that decide who takes part in a round. */
export function entrantsRestOn({ byKeys }: Pick<CategoryResult, "byKeys">, roundId: number): number[] {
  const index = byKeys.rounds.findIndex(({ id }) => id === roundId);
  const before = byKeys.rounds[index - 1];
  return before ? [before.id] : [];
}

/** Of a paper that names all who present, in any category. */
export function allEntrantsState(db: ReadDb, categories: readonly CategoryResult[]): StateOfPaper {
  const states = panelRoundsOf(categories).map(({ category, index }) => entrantsState(db, category, index));
  return worst(states) ?? blocked("Belum ada babak panel. Tambahkan di Persiapan, Tata nilai.");
}

export function allEntrantsRestOn(categories: readonly CategoryResult[]): number[] {
  return panelRoundsOf(categories).flatMap(({ category, roundId }) => entrantsRestOn(category, roundId));
}

export function panelRoundsOf<Category extends CategoryResult>(categories: readonly Category[]) {
  return categories.flatMap((category) =>
    category.byKeys.rounds.flatMap(({ id, stored }, index) =>
      stored.kind === "panel" ? [{ category, roundId: id, index }] : [],
    ),
  );
}

/** Of a paper that tells the results of every category: a draft while one is not official, blocked while one is open. */
export function outcomesState(db: ReadDb, { edition, categories }: EditionResults): StateOfPaper {
  if (edition.signatory === null) return blocked(signatoryMissing);
  return worst(categories.map((category) => outcomeState(db, category))) ?? blocked("Belum ada kategori.");
}

/** The last rounds, which name the winners, and with them all before. */
export function outcomesRestOn(categories: readonly CategoryResult[]): number[] {
  return categories.flatMap(({ byKeys }) => byKeys.rounds.map(({ id }) => id));
}

/** Withheld with the winners from whoever may not see them yet. */
export function withheld(categories: readonly { hidden: boolean }[], state: StateOfPaper): StateOfPaper {
  return categories.some(({ hidden }) => hidden) ? blocked(underEmbargo) : state;
}

/** The result of one category. */
export function outcomeState(db: ReadDb, { byKeys, ranked }: CategoryResult): StateOfPaper {
  const last = ranked.at(-1);
  const { name } = byKeys.category;
  if (!last) return blocked(`Kategori ${name} belum mempunyai babak. Tambahkan di Persiapan, Tata nilai.`);
  if (byKeys.awardPlaces.length === 0)
    return blocked(`Kategori ${name} belum mempunyai penghargaan. Tambahkan di Persiapan, Tata nilai.`);
  if (isOfficial(db, byKeys, last)) return ready;
  if (sealStanding(db, last) === "altered") return blocked(alteredSentence);
  if (isFinal(last)) return { state: "draft", why: `Babak terakhir Kategori ${name} belum disegel.` };
  return blocked(
    last.rulesOpen
      ? `Tata nilai Kategori ${name} belum lengkap. Selesaikan di Persiapan, Tata nilai.`
      : `Hasil babak terakhir Kategori ${name} belum lengkap atau serinya belum diputuskan.`,
  );
}

/** What keeps all back before what makes all drafts; null of none. */
function worst(states: readonly StateOfPaper[]): StateOfPaper | null {
  return (
    states.find(({ state }) => state === "blocked") ??
    states.find(({ state }) => state === "draft") ??
    states[0] ??
    null
  );
}
