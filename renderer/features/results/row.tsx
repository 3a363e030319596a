import { Text } from "@mantine/core";
import type { RoundResultView } from "../../../electron/contract/results.ts";
import { formatDecimal } from "../../../electron/domain/indonesian.ts";
import { ContributionBar } from "./bar.tsx";
import { rowState, tieBreakWords } from "./ranking.ts";
import type { RankingItem, RowState } from "./ranking.ts";
import type { SliceKind } from "./slices.ts";
import { RowStateBadge } from "./stateBadge.tsx";
import classes from "./table.module.css";

/** One entry of the ranking; the table hears a click anywhere on it. */
export function RankingRow({
  id,
  round,
  item,
  kinds,
  recipients,
  rowIndex,
  active,
  style,
}: {
  id: string;
  round: RoundResultView;
  item: Extract<RankingItem, { kind: "row" }>;
  kinds: SliceKind[];
  recipients: ReadonlySet<number>;
  rowIndex: number;
  active: boolean;
  style: React.CSSProperties;
}) {
  const { row, position } = item;
  const state = rowState(row, round.undecided, recipients);
  const brokenBy = tieBreakWords(row.tieBreak, round.indicators);
  const detail = detailWords(state, brokenBy);
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={active}
      className={`${classes.columns} ${classes.row}`}
      data-active={active || undefined}
      data-below={(round.cut && position >= round.cut.after) || undefined}
      style={style}
      data-line={rowIndex - 2}
    >
      <span role="gridcell" className={classes.rank} data-preview={round.final ? undefined : true}>
        {row.rank ?? "–"}
      </span>
      <span role="gridcell" className={classes.clip} title={row.label}>
        {row.label}
      </span>
      <span role="gridcell">
        <ContributionBar row={row} kinds={kinds} />
      </span>
      <span role="gridcell" className={classes.number}>
        {row.total === null ? "–" : formatDecimal(row.total, round.decimals)}
      </span>
      <span role="gridcell" className={classes.clip}>
        <RowStateBadge state={state} final={round.final} />
        {detail !== "" && (
          <Text span size="xs" c="dimmed" ml={8} title={detail}>
            {detail}
          </Text>
        )}
      </span>
    </div>
  );
}

function detailWords(state: RowState, brokenBy: string | null): string {
  // The badge says already that values are missing.
  if (state.kind === "missing") return state.words.replace("Nilai belum ada: ", "");
  return brokenBy === null ? "" : `dibedakan oleh ${brokenBy}`;
}
