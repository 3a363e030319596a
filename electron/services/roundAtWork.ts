import type { ReadDb } from "../database/open.ts";
import { isSecured } from "../database/queries/accounts.ts";
import type { EntryRow } from "../database/queries/categories.ts";
import type { StoredRound } from "../database/queries/rounds.ts";
import { listSeals } from "../database/queries/security.ts";
import type { CategoryByKeys } from "../database/queries/rules.ts";
import { canonicalJson } from "../domain/canonicalJson.ts";
import type { RankedRound } from "../work/rankTask.ts";
import type { Context } from "./context.ts";
import { getRoundByKeys } from "./lookup.ts";
import { describe } from "./rounds.ts";
import { resultRows } from "./sealContent.ts";
import { sealRows } from "./sealRows.ts";

/** A round as it can be scored now. */
export interface RoundAtWork {
  byKeys: CategoryByKeys;
  round: StoredRound;
  /** Who fills a sheet an entry; `[null]`: the desk. */
  panel: (number | null)[];
  /** Those the round ranks now: all in a first round, later those that advanced. */
  entries: EntryRow[];
  /** Why nothing can be typed yet, or null. */
  blocked: string | null;
}

/** The round, who takes part in it by the ranking so far, and what keeps it from being scored. */
export async function getRoundAtWork(context: Context, roundId: number): Promise<RoundAtWork> {
  const { byKeys, index } = getRoundByKeys(context.db, roundId);
  const { stored } = byKeys.rounds[index]!;
  const panel = stored.kind === "desk" ? [null] : stored.panel;
  const openPoints = describe(context.db, stored).openPoints;
  const own =
    openPoints.length > 0 ? `Babak "${stored.name}" belum dapat dinilai: ${openPoints.join(" ")}` : null;
  if (index === 0) return { byKeys, round: stored, panel, entries: byKeys.entries, blocked: own };
  const ranked = await context.rankings.ranked(byKeys.id);
  const earlier = byKeys.rounds[index - 1]!.stored;
  const entries = entriesOfRound(byKeys, ranked[index]);
  const open = whyOpen(context.db, byKeys, ranked[index - 1]);
  const blocked =
    own ??
    (open &&
      `Babak "${earlier.name}" ${open}, jadi peserta babak "${stored.name}" belum pasti. Selesaikan dulu babak itu.`);
  return { byKeys, round: stored, panel, entries, blocked };
}

/** What the round before still lacks; null where its result stands. */
function whyOpen(
  db: ReadDb,
  byKeys: Pick<CategoryByKeys, "editionId">,
  ranked: RankedRound | undefined,
): string | null {
  if (isOfficial(db, byKeys, ranked)) return null;
  if (ranked && sealStanding(db, ranked) === "altered") return "bukan lagi seperti yang disegel";
  return isFinal(ranked) ? "belum disegel" : "belum selesai";
}

/** Final, and on a secured edition sealed: what papers may be printed from without RANCANGAN. */
export function isOfficial(
  db: ReadDb,
  byKeys: Pick<CategoryByKeys, "editionId">,
  ranked: RankedRound | undefined,
): boolean {
  if (!ranked || !isFinal(ranked)) return false;
  return !isSecured(db, byKeys.editionId) || sealStanding(db, ranked) === "sealed";
}

/** Whether a final result is sealed, and is still what was sealed: a score changed outside the application is not. */
export function sealStanding(db: ReadDb, { roundId, result }: RankedRound): "open" | "sealed" | "altered" {
  const newest = listSeals(db, roundId).at(-1);
  if (!newest) return "open";
  return canonicalJson(resultRows(result)) === canonicalJson(sealRows(newest.result)) ? "sealed" : "altered";
}

export const alteredSentence =
  "Hasilnya bukan lagi yang disegel: data diubah di luar program. Hentikan, dan periksa di Persiapan, Pengamanan.";

/** Complete by rules that lack nothing, and no tie that only a decision can split. */
export function isFinal(ranked: RankedRound | undefined): boolean {
  if (!ranked || ranked.rulesOpen) return false;
  return ranked.result.complete && ranked.result.undecided.length === 0;
}

function entriesOfRound(byKeys: CategoryByKeys, ranked: RankedRound | undefined): EntryRow[] {
  const codes = new Set(ranked?.result.results.map(({ entry }) => entry));
  return byKeys.entries.filter(({ code }) => codes.has(code));
}
