import type { GridRow } from "./cellEdits.ts";
import styles from "./grid.module.css";
import { rowHeightPx } from "./gridLayout.ts";
import { Row, rowId } from "./gridRow.tsx";
import type { Position } from "./movement.ts";
import type { Indicator } from "./scaleWords.ts";
import type { SheetState } from "./sheetStore.ts";
import type { DrawnRange } from "./useGridWindow.ts";

/** The rows that are in the document. */
export interface RowsProps {
  visible: readonly { row: GridRow; index: number }[];
  /** How many places there are for them; a row that leaves lends its own to the one that comes in. */
  slots: number;
  indicators: readonly Indicator[];
  pending: SheetState["pending"];
  wantedEntryId: number | null;
}

interface GridRowsProps extends RowsProps {
  count: number;
  columns: DrawnRange;
  widthPx: number;
  faults: SheetState["faults"];
  stuck: boolean;
  active: Position;
}

/** The cells, row by row. */
export function GridRows(props: GridRowsProps) {
  const indices = props.visible.map(({ index }) => index).toSorted((a, b) => a - b);
  const { visible, slots, indicators, columns, widthPx, active } = props;
  return (
    <div
      role="rowgroup"
      aria-owns={indices.map(rowId).join(" ")}
      className={styles.body}
      style={{ height: props.count * rowHeightPx }}
    >
      {visible.map(({ row, index }) => (
        <Row
          key={index % slots}
          row={row}
          index={index}
          indicators={indicators}
          columns={columns}
          widthPx={widthPx}
          pending={props.pending.get(row.entryId)}
          faults={props.faults.get(row.entryId)}
          stuck={props.stuck}
          wanted={props.wantedEntryId === row.entryId}
          active={active.row === index ? active.column : -1}
        />
      ))}
    </div>
  );
}
