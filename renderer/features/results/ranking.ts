import type { RoundResultView } from "../../../electron/contract/results.ts";

export type ResultRow = RoundResultView["rows"][number];

/** What the ranking shows line by line: entries, and the cut line between them. */
export type RankingItem =
  | { kind: "row"; row: ResultRow; position: number }
  | { kind: "cut"; label: string; after: number };

/**
 * The lines of the ranking that match what is searched for. The cut line stands after the last shown entry that is
 * above it, also while searching, so that a found entry is never read on the wrong side of it.
 */
export function rankingItems(round: Pick<RoundResultView, "rows" | "cut">, search: string): RankingItem[] {
  const wanted = search.trim().toLocaleLowerCase("id");
  const items: RankingItem[] = [];
  // Among entries without a total there is no order to cut.
  const cut = round.cut && round.rows[round.cut.after - 1]?.rank != null ? round.cut : null;
  let cutShown = cut === null;
  for (const [position, row] of round.rows.entries()) {
    if (!cutShown && cut && position >= cut.after) {
      items.push({ kind: "cut", ...cut });
      cutShown = true;
    }
    if (matches(row, wanted)) items.push({ kind: "row", row, position });
  }
  if (!cutShown && cut) items.push({ kind: "cut", ...cut });
  return items.some(({ kind }) => kind === "row") ? items : [];
}

function matches(row: ResultRow, wanted: string): boolean {
  if (wanted === "") return true;
  return row.label.toLocaleLowerCase("id").includes(wanted) || row.code.includes(wanted);
}

/** What stands beside an entry's total, most urgent first. */
export type RowState =
  | { kind: "missing"; words: string }
  | { kind: "undecided" }
  | { kind: "advances" }
  | { kind: "recipient" }
  | { kind: "plain" };

/** The state of an entry in its round; `recipients` are the entries that an award goes to, in the last round. */
export function rowState(
  row: ResultRow,
  undecided: readonly number[][],
  recipients: ReadonlySet<number>,
): RowState {
  if (row.missing !== "") return { kind: "missing", words: row.missing };
  if (undecided.some((group) => group.includes(row.entryId))) return { kind: "undecided" };
  if (row.advances) return { kind: "advances" };
  if (recipients.has(row.entryId)) return { kind: "recipient" };
  return { kind: "plain" };
}

/** What separated an entry from another with the same total, in words: "indikator Paparan". Null where nothing had to. */
export function tieBreakWords(
  tieBreak: string | null,
  indicators: readonly { key: string; name: string }[],
): string | null {
  if (tieBreak === null) return null;
  if (tieBreak.startsWith("indicator:")) {
    const key = tieBreak.slice("indicator:".length);
    return `indikator ${indicators.find((indicator) => indicator.key === key)?.name ?? key}`;
  }
  return wordsOfKey.get(tieBreak) ?? tieBreak;
}

const wordsOfKey = new Map([
  ["previousRound", "nilai babak sebelumnya"],
  ["exactTotal", "jumlah sebelum pembulatan"],
  ["median", "median jumlah lembar panelis"],
  ["panelistMajority", "suara terbanyak panelis"],
  ["decision", "keputusan"],
]);
