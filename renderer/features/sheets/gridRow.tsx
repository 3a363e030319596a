import { VisuallyHidden } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { memo } from "react";
import type { CellFault, GridRow } from "./cellEdits.ts";
import styles from "./grid.module.css";
import { headerHeightPx, rowHeightPx } from "./gridLayout.ts";
import type { RunningTotal } from "./runningTotal.ts";
import { type Indicator, shownDecimal } from "./scaleWords.ts";

export interface RowProps {
  row: GridRow;
  index: number;
  indicators: readonly Indicator[];
  /** The columns drawn, from and to inclusive. */
  from: number;
  to: number;
  pending: ReadonlyMap<number, { value: string | null }> | undefined;
  faults: ReadonlyMap<number, CellFault> | undefined;
  /** Pending values could not be sent yet. */
  stuck: boolean;
  current: boolean;
  wanted: boolean;
  totalOf: (values: readonly (string | null)[]) => RunningTotal;
}

export const cellId = (row: number, column: number) => `nilai-${row}-${column}`;

/** One sheet: its region, a cell an indicator, and what it adds up to. */
export const Row = memo(function Row(props: RowProps) {
  const { row, index, indicators, from, to, pending, faults, stuck } = props;
  const values = pending
    ? row.values.map((value, column) => {
        const typed = pending.get(indicators[column]?.id ?? 0);
        return typed ? typed.value : value;
      })
    : row.values;
  const locked = row.recused !== null;
  const cells: React.ReactNode[] = [];
  for (let column = from; column <= to; column += 1) {
    const indicator = indicators[column];
    if (!indicator) continue;
    const fault = faults?.get(indicator.id);
    const unsaved = stuck && pending?.has(indicator.id);
    const value = values[column] ?? null;
    cells.push(
      <div
        key={indicator.id}
        role="gridcell"
        id={cellId(index, column)}
        aria-colindex={column + 2}
        aria-invalid={fault ? true : undefined}
        data-mark={fault ? "fault" : unsaved ? "unsaved" : undefined}
        title={fault?.sentence ?? (unsaved ? "Belum tersimpan" : undefined)}
        className={styles.cell}
      >
        {value === null ? "" : shownDecimal(value)}
        {fault && <VisuallyHidden>: {fault.sentence}</VisuallyHidden>}
        {unsaved && !fault && <VisuallyHidden> belum tersimpan</VisuallyHidden>}
      </div>,
    );
  }
  const total = locked ? null : props.totalOf(values);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles.row}
      style={{ top: headerHeightPx + index * rowHeightPx }}
      data-current={props.current}
      data-wanted={props.wanted}
      data-locked={locked}
    >
      <div role="rowheader" aria-colindex={1} className={styles.rowHead} title={titleOf(row)}>
        <span className={styles.code}>{row.code}</span>
        <span className={styles.label}>{row.label}</span>
        {locked && <IconLock size={15} aria-label="Panelis tidak menilai peserta ini" />}
      </div>
      {cells}
      <div role="gridcell" aria-colindex={indicators.length + 2} className={styles.total}>
        {total ? (
          <>
            <span className={styles.sum}>{total.text}</span>
            <span className={styles.count} data-complete={total.filled === indicators.length}>
              {total.filled}/{indicators.length}
              {total.filled === indicators.length ? " ✓" : ""}
            </span>
          </>
        ) : (
          <span className={styles.small}>tidak menilai</span>
        )}
      </div>
    </div>
  );
});

function titleOf(row: GridRow): string {
  return row.recused === null ? row.label : `${row.label}: tidak dinilai panelis ini (${row.recused})`;
}
