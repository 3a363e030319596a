import { findAccount } from "../database/queries/accounts.ts";
import { listCorrections } from "../database/queries/corrections.ts";
import type { CategoryByKeys } from "../database/queries/rules.ts";
import { listSeals, listSignatures } from "../database/queries/security.ts";
import { formatDecimal, listInWords, timeText } from "../domain/indonesian.ts";
import { roleName } from "./authorise.ts";
import type { Context } from "./context.ts";
import { subjectOf } from "./correctionView.ts";
import { sealRows } from "./sealRows.ts";

/** What each signed correction of a round did to an entry, a sentence each, oldest first. */
export function correctionSentences(
  { db }: Context,
  byKeys: CategoryByKeys,
  roundId: number,
  code: string,
): string[] {
  const seals = listSeals(db, roundId);
  return listCorrections(db, byKeys.editionId)
    .filter((one) => one.roundId === roundId && one.state === "done" && one.version !== null)
    .toReversed()
    .map((correction) => {
      const { round } = byKeys.rounds.find(({ id }) => id === roundId)!;
      const signed = listSignatures(
        db,
        byKeys.editionId,
        subjectOf(byKeys.category.id, round.id, correction.number),
      );
      const sealed = seals.find(({ version }) => version === correction.version);
      const before = seals.find(({ version }) => version === (correction.version ?? 0) - 1);
      const by = findAccount(db, correction.requestedBy)?.name ?? "akun yang tidak ada lagi";
      const at = sealed ? ` pada ${timeText(sealed.sealedAt)}` : "";
      return [
        `Koreksi ${correction.number} menjadi versi ${correction.version}${at}: ${trimmed(correction.reason)}.`,
        `Diminta ${by}, ditandatangani ${listInWords(signed.map(({ name, role: held }) => `${name} (${roleName(held)})`))}.`,
        effect(code, before?.result, sealed?.result),
      ].join(" ");
    });
}

function effect(code: string, before: string | undefined, after: string | undefined): string {
  const rowIn = (result: string | undefined) =>
    result === undefined ? null : (sealRows(result).find(({ entry }) => entry === code) ?? null);
  const [was, is] = [rowIn(before), rowIn(after)];
  if (!was || !is) return "";
  const words = (row: typeof was) =>
    `peringkat ${row.rank ?? "–"} dengan nilai ${row.total === null ? "–" : formatDecimal(row.total)}`;
  return was.rank === is.rank && was.total === is.total
    ? "Peringkat dan nilai peserta ini tidak berubah."
    : `Peserta ini semula ${words(was)}, menjadi ${words(is)}.`;
}

function trimmed(reason: string): string {
  return reason.trim().replace(/\.$/, "");
}
