import { listAwards, type listCategories } from "../database/queries/categories.ts";
import { listRounds, type StoredRound } from "../database/queries/rounds.ts";
import { countSheetValues } from "../database/queries/sheets.ts";
import type { RankedRound } from "../work/rankTask.ts";
import type { Context } from "./context.ts";
import { getCategoryByKeys } from "./lookup.ts";
import { type NextAct, type Onlooker, scoringAct, sealAct } from "./nextActs.ts";
import { cutName } from "./resultWords.ts";
import { isFinal, isOfficial } from "./roundAtWork.ts";

/** A stage of the edition, with what it asks for. */
export interface Step {
  key: string;
  label: string;
  done: boolean;
  detail: string;
  /** A renderer route below the edition's. */
  route: string;
  /** What to do when this is the first thing not done; reckoned only then. */
  next: () => NextAct;
}

/** Typing and result of every round of a category, on a secured edition with the seal. */
export async function stepsOfCategory(
  context: Context,
  editionId: number,
  category: ReturnType<typeof listCategories>[number],
  several: boolean,
  who: Onlooker | null,
): Promise<Step[]> {
  const ranked = await context.rankings.ranked(category.id);
  const awards = listAwards(context.db, editionId).filter(({ categoryId }) => categoryId === category.id);
  const prefix = several ? `${category.name}: ` : "";
  return listRounds(context.db, category.id).flatMap((round, index, all) => {
    const places = index === all.length - 1 ? awards.map(({ places: count }) => count) : [];
    const at = { round, ranked: ranked[index]!, index, categoryId: category.id };
    const scoring = scoringStep(context, at, prefix, who);
    const cut = cutName(round, places);
    if (who !== null) return [scoring, sealStep(context, at, prefix + (cut ?? `Segel ${round.name}`), who)];
    return cut === null ? [scoring] : [scoring, cutStep(at, prefix, cut)];
  });
}

interface RoundPlace {
  round: StoredRound;
  ranked: RankedRound;
  index: number;
  categoryId: number;
}

function scoringStep(
  context: Context,
  { round, ranked, index, categoryId }: RoundPlace,
  prefix: string,
  who: Onlooker | null,
): Step {
  const { results } = ranked.result;
  const open = openSheets(context.db, round, ranked);
  const sentence = `${open} lembar nilai belum lengkap`;
  return {
    key: `babak-${round.id}`,
    label: prefix + round.name,
    done: results.length > 0 && open === 0,
    detail:
      results.length === 0
        ? "Menunggu babak sebelumnya"
        : open === 0
          ? `${results.length} peserta dinilai`
          : `${open} lembar belum lengkap`,
    route: `/penilaian/${round.id}`,
    next: () => {
      if (who === null) return { sentence, action: "Lanjutkan penilaian" };
      const { rounds, entryIdOf } = getCategoryByKeys(context.db, categoryId);
      const { id, stored } = rounds[index]!;
      const recused = new Set(stored.recusals.map((one) => `${one.entryId}:${one.panelistId}`));
      const panel = stored.kind === "desk" ? [null] : stored.panel;
      const sheets = results
        .flatMap(({ entry }) =>
          panel.map((panelistId) => ({ entryId: entryIdOf.get(entry) ?? 0, panelistId })),
        )
        .filter(({ entryId, panelistId }) => !recused.has(`${entryId}:${panelistId ?? 0}`));
      return scoringAct(context, { roundId: id, wanted: stored.indicators.length, open, sheets }, who);
    },
  };
}

function cutStep({ round, ranked, categoryId }: RoundPlace, prefix: string, cut: string): Step {
  const ties = ranked.result.undecided.length;
  return {
    key: `hasil-${round.id}`,
    label: prefix + cut,
    done: isFinal(ranked),
    detail: isFinal(ranked)
      ? "Hasil lengkap"
      : ties > 0
        ? `${ties} seri belum diputuskan`
        : "Menunggu nilai lengkap",
    route: `/hasil/${categoryId}`,
    next: () =>
      ties > 0
        ? { sentence: `${ties} seri di batas ${cut} belum diputuskan`, action: "Putuskan seri" }
        : { sentence: `Hasil ${round.name} belum lengkap`, action: "Periksa hasil" },
  };
}

/** On a secured edition a round is behind one only once it is sealed. */
function sealStep(
  context: Context,
  { round, ranked, index, categoryId }: RoundPlace,
  label: string,
  who: Onlooker,
): Step {
  const byKeys = getCategoryByKeys(context.db, categoryId);
  const sealed = isOfficial(context.db, byKeys, ranked);
  const ties = ranked.result.undecided.length;
  return {
    key: `hasil-${round.id}`,
    label,
    done: sealed,
    detail: sealed
      ? "Hasil disegel"
      : ties > 0
        ? `${ties} seri belum diputuskan`
        : isFinal(ranked)
          ? "Belum disegel"
          : "Menunggu nilai lengkap",
    route: `/hasil/${categoryId}`,
    next: () =>
      ranked.result.complete
        ? sealAct(context, { byKeys, index, ranked }, who)
        : { sentence: `Hasil ${round.name} belum lengkap`, action: "Lihat hasil" },
  };
}

/** Sheets of the entries the round ranks that still lack a value. */
function openSheets(db: Context["db"], round: StoredRound, { result, missing }: RankedRound): number {
  if (result.results.length === 0) return 0;
  if (missing.size === 0 && round.indicators.length > 0) return 0;
  const counted = [...missing.values()].reduce((total, sheets) => total + sheets.length, 0);
  return (
    counted || countSheetValues(db, round.id).filter(({ given }) => given < round.indicators.length).length
  );
}
