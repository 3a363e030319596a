import type { StoredRound } from "../../database/queries/rounds.ts";
import type { CategoryByKeys } from "../../database/queries/rules.ts";
import type { RankedRound } from "../../work/rankTask.ts";
import type { Context } from "../context.ts";
import { alteredSentence, isFinal, isOfficial, sealStanding } from "../roundAtWork.ts";
import type { StateOfPaper } from "./kind.ts";

export const underEmbargo = "Hasil akhir belum diumumkan.";

/** Of a paper that shows the result of a round; `blocked` is what keeps the round from having any. */
export function resultState(
  { db }: Context,
  { byKeys, hidden }: { byKeys: CategoryByKeys; hidden: boolean },
  round: StoredRound,
  ranked: RankedRound,
  blocked: string | null,
): StateOfPaper {
  if (blocked) return { state: "blocked", why: blocked };
  if (hidden && byKeys.rounds.at(-1)?.id === round.id) return { state: "blocked", why: underEmbargo };
  if (round.values === 0) return { state: "blocked", why: "Belum ada nilai yang dimasukkan." };
  if (isOfficial(db, byKeys, ranked)) return { state: "ready", why: "" };
  if (sealStanding(db, ranked) === "altered") return { state: "blocked", why: alteredSentence };
  if (isFinal(ranked)) return { state: "draft", why: "Babak ini belum disegel." };
  if (ranked.rulesOpen)
    return { state: "blocked", why: "Tata nilai babak sebelumnya belum lengkap. Selesaikan di Persiapan." };
  const earlier = byKeys.rounds[0]?.id === round.id ? "" : " atau babak sebelumnya";
  const why = ranked.result.complete
    ? "Ada seri di batas yang belum diputuskan."
    : `Nilai babak ini${earlier} belum lengkap.`;
  return { state: "draft", why };
}
