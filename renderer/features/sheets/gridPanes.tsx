import styles from "./grid.module.css";
import { RowHead, RowTotal } from "./gridRow.tsx";
import type { RowsProps } from "./gridRows.tsx";
import type { RunningTotal } from "./runningTotal.ts";

interface GridPanesProps extends RowsProps {
  currentRow: number;
  totalOf: (values: readonly (string | null)[]) => RunningTotal;
}

/**
 * What stays in view sideways: whose sheet a row is at the left, its total at the right. They lie beside the grid in the
 * document, each its own sticky box, and belong to their rows by `aria-owns`.
 */
export function GridPanes(props: GridPanesProps) {
  const { visible, slots, indicators, pending, wantedEntryId } = props;
  return (
    <div role="presentation" className={styles.panes}>
      <div role="presentation" className={`${styles.pane} ${styles.rowHeads}`}>
        {visible.map(({ row, index }) => (
          <RowHead
            key={index % slots}
            row={row}
            index={index}
            current={index === props.currentRow}
            wanted={row.entryId === wantedEntryId}
          />
        ))}
      </div>
      <div role="presentation" className={`${styles.pane} ${styles.totals}`}>
        {visible.map(({ row, index }) => (
          <RowTotal
            key={index % slots}
            row={row}
            index={index}
            indicators={indicators}
            pending={pending.get(row.entryId)}
            wanted={row.entryId === wantedEntryId}
            totalOf={props.totalOf}
          />
        ))}
      </div>
    </div>
  );
}
