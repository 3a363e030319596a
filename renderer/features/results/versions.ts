import { formatDecimal } from "../../../electron/domain/indonesian.ts";

interface VersionRow {
  label: string;
  rank: number | null;
  total: string | null;
}

/** Which regions stand otherwise than in the version before, each with how they stood there. */
export function changedLabels(
  before: readonly VersionRow[],
  after: readonly VersionRow[],
): Map<string, string> {
  const old = new Map(before.map((row) => [row.label, row]));
  const changed = new Map<string, string>();
  for (const { label, rank, total } of after) {
    const was = old.get(label);
    if (was && (was.rank !== rank || was.total !== total)) {
      const stood = was.total === null ? "tanpa nilai" : formatDecimal(was.total);
      changed.set(label, `semula peringkat ${was.rank ?? "–"} (${stood})`);
    }
  }
  return changed;
}
