import { memo } from "react";
import styles from "./grid.module.css";
import { rowHeaderWidthPx } from "./gridLayout.ts";
import { type Indicator, rangeWords, shownDecimal } from "./scaleWords.ts";
import { type DrawnRange, inSlotOrder } from "./useGridWindow.ts";

interface GridHeadProps {
  indicators: readonly Indicator[];
  columns: DrawnRange;
  widthPx: number;
  currentColumn: number;
}

/** The indicators with weight and scale, above their columns. */
export const GridHead = memo(function GridHead(props: GridHeadProps) {
  const { indicators, widthPx, currentColumn } = props;
  const shown = inSlotOrder(props.columns).flatMap((column) => {
    const indicator = indicators[column];
    return indicator ? [{ indicator, column }] : [];
  });
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        <div role="columnheader" aria-colindex={1} className={styles.corner}>
          Peserta
        </div>
        {shown.map(({ indicator, column }) => (
          <div
            key={column % props.columns.slots}
            role="columnheader"
            aria-colindex={column + 2}
            className={styles.columnHead}
            style={{ left: rowHeaderWidthPx + column * widthPx }}
            data-current={column === currentColumn}
            title={indicator.name}
          >
            <span className={styles.columnName}>{indicator.name}</span>
            <span className={styles.small}>
              {shownDecimal(indicator.weight)}% · {rangeWords(indicator.scale)}
            </span>
          </div>
        ))}
        <div role="columnheader" aria-colindex={indicators.length + 2} className={styles.totalHead}>
          Jumlah
          <span className={styles.small}>terisi</span>
        </div>
      </div>
    </div>
  );
});
