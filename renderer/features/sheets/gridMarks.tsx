import { type MouseEvent, memo, useState } from "react";
import styles from "./grid.module.css";
import { boxOf, type GridLayout, rowHeaderWidthPx } from "./gridLayout.ts";
import { dragFill, type MouseOptions } from "./gridMouse.ts";
import { type Area, areaOf, isStretched, type Selection } from "./movement.ts";
import { type DrawnRange, inSlotOrder } from "./useGridWindow.ts";

interface ColumnLinesProps {
  columns: DrawnRange;
  widthPx: number;
}

/** The lines between the columns that are drawn. */
export const ColumnLines = memo(function ColumnLines({ columns, widthPx }: ColumnLinesProps) {
  return inSlotOrder(columns).map((column) => {
    const left = rowHeaderWidthPx + (column + 1) * widthPx - 1;
    return <div key={column % columns.slots} className={styles.columnLine} style={{ left }} aria-hidden />;
  });
});

interface GridMarksProps {
  selection: Selection;
  layout: GridLayout;
  /** The handle that fills; not while a cell is typed in or where nothing may be typed. */
  handle: boolean;
  mouse: () => MouseOptions | null;
}

/** The frames over the cells: the active one, the selection, and what a drag of the handle would fill. */
export function GridMarks({ selection, layout, handle, mouse }: GridMarksProps) {
  const [fillArea, setFillArea] = useState<Area | null>(null);
  const { row, column } = selection.active;
  const box = boxOf(areaOf(selection), layout);
  const startFill = (event: MouseEvent) => {
    const options = mouse();
    if (options) dragFill(event, options, setFillArea);
  };
  return (
    <>
      <div
        className={styles.active}
        style={boxOf({ top: row, bottom: row, left: column, right: column }, layout)}
        aria-hidden
      />
      {isStretched(selection) && <div className={styles.area} style={box} aria-hidden />}
      {fillArea && <div className={styles.fill} style={boxOf(fillArea, layout)} aria-hidden />}
      {handle && (
        <div
          className={styles.handle}
          style={{ left: box.left + box.width, top: box.top + box.height }}
          aria-hidden
          onMouseDown={startFill}
        />
      )}
    </>
  );
}
