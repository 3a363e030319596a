import { Text } from "@mantine/core";
import type { RoundResultView } from "../../../electron/contract/results.ts";
import { formatDecimal } from "../../../electron/domain/indonesian.ts";
import classes from "./bar.module.css";
import { pointsIn } from "./slices.ts";
import type { SliceKind } from "./slices.ts";

type Row = RoundResultView["rows"][number];

/** What each indicator gave to a total, drawn from 0 to 100 so that bars may be compared. */
export function ContributionBar({ row, kinds }: { row: Row; kinds: SliceKind[] }) {
  const parts = kinds.map((kind) => ({ kind, points: pointsIn(row, kind) }));
  const words = parts.map(
    ({ kind, points }) => `${kind.label} ${points === null ? "belum ada" : formatDecimal(points)}`,
  );
  return (
    <span className={classes.bar} role="img" aria-label={words.join("; ")}>
      {parts.map(
        ({ kind, points }, place) =>
          points !== null && (
            <span
              key={kind.key}
              className={`${classes.slice} ${classes[kind.fill]}`}
              // The decimal text itself is the width: nothing here is computed with doubles.
              style={{ width: `${points}%` }}
              title={words[place]}
              data-indicator={kind.indicators[0]}
            />
          ),
      )}
    </span>
  );
}

/** The fills of the bars with their names and weights. */
export function BarLegend({ kinds }: { kinds: SliceKind[] }) {
  return (
    <ul className={classes.legend} aria-label="Keterangan batang sumbangan">
      {kinds.map((kind) => (
        <li key={kind.key}>
          <span className={`${classes.swatch} ${classes[kind.fill]}`} aria-hidden />
          <Text span size="sm">
            {kind.label}
            {kind.weight !== null && (
              <Text span size="sm" c="dimmed">
                {" "}
                {formatDecimal(kind.weight)}%
              </Text>
            )}
          </Text>
        </li>
      ))}
    </ul>
  );
}
