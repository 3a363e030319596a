import { VisuallyHidden } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { memo } from "react";
import type { CellFault, GridRow } from "./cellEdits.ts";
import styles from "./grid.module.css";
import { rowHeightPx } from "./gridLayout.ts";
import type { RunningTotal } from "./runningTotal.ts";
import { type Indicator, shownDecimal } from "./scaleWords.ts";
import { type DrawnRange, inSlotOrder } from "./useGridWindow.ts";

type PendingRow = ReadonlyMap<number, { value: string | null }> | undefined;

/** The active cell: the only one that needs a name. */
export const activeCellId = "sel-aktif";
export const rowId = (row: number) => `baris-${row}`;
const rowHeadId = (row: number) => `peserta-${row}`;
const totalId = (row: number) => `jumlah-${row}`;

/** The values of a row as shown: those on their way to the server over those that are there. */
function shownValues(
  row: GridRow,
  indicators: readonly Indicator[],
  pending: PendingRow,
): readonly (string | null)[] {
  if (!pending) return row.values;
  return row.values.map((value, column) => {
    const typed = pending.get(indicators[column]?.id ?? 0);
    return typed ? typed.value : value;
  });
}

interface RowProps {
  row: GridRow;
  index: number;
  indicators: readonly Indicator[];
  /** The columns drawn, and how wide each is. */
  columns: DrawnRange;
  widthPx: number;
  pending: PendingRow;
  faults: ReadonlyMap<number, CellFault> | undefined;
  /** Pending values could not be sent yet. */
  stuck: boolean;
  wanted: boolean;
  /** The active cell's column when it is in this row, else -1. */
  active: number;
}

/** The cells of one sheet. Its head and total lie in the panes beside and belong to it by name. */
export const Row = memo(function Row(props: RowProps) {
  const { row, index, indicators, columns, pending, faults, stuck, active } = props;
  const values = shownValues(row, indicators, pending);
  const cells: React.ReactNode[] = [];
  for (const column of inSlotOrder(columns)) {
    const indicator = indicators[column];
    if (!indicator) continue;
    const value = values[column] ?? null;
    const text = value === null ? "" : shownDecimal(value);
    const fault = faults?.get(indicator.id);
    const unsaved = stuck && pending?.has(indicator.id);
    cells.push(
      fault || unsaved ? (
        <div
          key={column % columns.slots}
          role="gridcell"
          id={column === active ? activeCellId : undefined}
          aria-colindex={column + 2}
          aria-invalid={fault ? true : undefined}
          data-mark={fault ? "fault" : "unsaved"}
          title={fault?.sentence ?? "Belum tersimpan"}
          className={styles.cell}
          style={{ left: column * props.widthPx }}
        >
          {text}
          <VisuallyHidden>{fault ? `: ${fault.sentence}` : " belum tersimpan"}</VisuallyHidden>
        </div>
      ) : (
        <div
          key={column % columns.slots}
          role="gridcell"
          id={column === active ? activeCellId : undefined}
          aria-colindex={column + 2}
          className={styles.cell}
          style={{ left: column * props.widthPx }}
        >
          {text}
        </div>
      ),
    );
  }
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      aria-owns={`${rowHeadId(index)} ${totalId(index)}`}
      className={styles.row}
      style={{ top: index * rowHeightPx }}
      data-wanted={props.wanted}
      data-locked={row.recused !== null}
    >
      {cells}
    </div>
  );
});

interface RowHeadProps {
  row: GridRow;
  index: number;
  current: boolean;
  wanted: boolean;
}

/** Whose sheet a row is, in the pane at the left. */
export const RowHead = memo(function RowHead({ row, index, current, wanted }: RowHeadProps) {
  const locked = row.recused !== null;
  return (
    <div
      role="rowheader"
      id={rowHeadId(index)}
      aria-colindex={1}
      className={styles.rowHead}
      style={{ top: index * rowHeightPx }}
      data-current={current}
      data-wanted={wanted}
      title={locked ? `${row.label}: tidak dinilai panelis ini (${row.recused})` : row.label}
    >
      <span className={styles.code}>{row.code}</span>
      <span className={styles.label}>{row.label}</span>
      {locked && <IconLock size={15} aria-label="Panelis tidak menilai peserta ini" />}
    </div>
  );
});

interface RowTotalProps {
  row: GridRow;
  index: number;
  indicators: readonly Indicator[];
  pending: PendingRow;
  wanted: boolean;
  totalOf: (values: readonly (string | null)[]) => RunningTotal;
}

/** What a sheet adds up to, in the pane at the right, to be held against the paper. */
export const RowTotal = memo(function RowTotal(props: RowTotalProps) {
  const { row, index, indicators } = props;
  const total = row.recused === null ? props.totalOf(shownValues(row, indicators, props.pending)) : null;
  const complete = total?.filled === indicators.length;
  return (
    <div
      role="gridcell"
      id={totalId(index)}
      aria-colindex={indicators.length + 2}
      className={styles.total}
      style={{ top: index * rowHeightPx }}
      data-wanted={props.wanted}
    >
      {total ? (
        <>
          <span className={styles.sum}>{total.text}</span>
          <span className={styles.count} data-complete={complete}>
            {total.filled}/{indicators.length}
            {complete ? " ✓" : ""}
          </span>
        </>
      ) : (
        <span className={styles.small}>tidak menilai</span>
      )}
    </div>
  );
});
