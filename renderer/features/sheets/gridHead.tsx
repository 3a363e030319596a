import { memo } from "react";
import styles from "./grid.module.css";
import { rowHeaderWidthPx } from "./gridLayout.ts";
import { type Indicator, rangeWords, shownDecimal } from "./scaleWords.ts";
import type { DrawnRange } from "./useGridWindow.ts";

interface GridHeadProps {
  indicators: readonly Indicator[];
  columns: DrawnRange;
  widthPx: number;
  currentColumn: number;
}

/** The indicators with weight and scale, above their columns. */
export const GridHead = memo(function GridHead(props: GridHeadProps) {
  const { indicators, widthPx, currentColumn } = props;
  const { from, to, slots } = props.columns;
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        <div role="columnheader" aria-colindex={1} className={styles.corner}>
          Peserta
        </div>
        {indicators.slice(from, to + 1).map((indicator, offset) => (
          <div
            key={(from + offset) % slots}
            role="columnheader"
            aria-colindex={from + offset + 2}
            className={styles.columnHead}
            style={{ left: rowHeaderWidthPx + (from + offset) * widthPx }}
            data-current={from + offset === currentColumn}
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
