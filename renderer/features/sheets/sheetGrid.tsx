import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Grid } from "../../../electron/contract/sheets.ts";
import { CellEditor } from "./cellEditor.tsx";
import styles from "./grid.module.css";
import { GridHead } from "./gridHead.tsx";
import { commandOf } from "./gridKeys.ts";
import {
  boxOf,
  headerHeightPx,
  rowHeaderWidthPx,
  rowHeightPx,
  scrollToShow,
  totalWidthPx,
} from "./gridLayout.ts";
import { dragFill, pressGrid } from "./gridMouse.ts";
import { activeCellId, Row, RowHead, RowTotal } from "./gridRow.tsx";
import { type Area, areaOf, isStretched, type Position } from "./movement.ts";
import { totalOf } from "./runningTotal.ts";
import type { SheetState } from "./sheetStore.ts";
import { useGridWindow } from "./useGridWindow.ts";
import type { Typing } from "./useTyping.ts";

interface SheetGridProps {
  grid: Grid;
  state: SheetState;
  decimals: number;
  typing: Typing;
  /** The entry asked for by the address; its row is marked. */
  wantedEntryId: number | null;
  label: string;
  view: GridView;
}

/** What typing needs of the grid on screen: filled in while it is mounted. */
export interface GridView {
  show: (position: Position) => void;
  pageRows: () => number;
  focus: () => void;
}

/** Entries down, indicators across, and the total of each sheet: only what is in view is in the document. */
export function SheetGrid(props: SheetGridProps) {
  const { grid, state, typing, view } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const gridElement = useRef<HTMLDivElement>(null);
  const [fillArea, setFillArea] = useState<Area | null>(null);
  const { rows, indicators } = grid;
  const { layout, drawnRows, drawnColumns } = useGridWindow(scroller, rows.length, indicators.length);
  const sheetTotal = useMemo(() => totalOf(indicators, props.decimals), [indicators, props.decimals]);

  const show = useCallback(
    (position: Position) => {
      const element = scroller.current;
      if (!element) return;
      const { top, left } = scrollToShow(position, element, layout);
      if (top !== element.scrollTop || left !== element.scrollLeft) element.scrollTo(left, top);
    },
    [layout],
  );
  useLayoutEffect(() => {
    view.show = show;
    view.pageRows = () =>
      Math.floor(((scroller.current?.clientHeight ?? 0) - headerHeightPx) / rowHeightPx) - 1;
    view.focus = () => gridElement.current?.focus({ preventScroll: true });
  }, [view, show]);

  const { selection, editing } = typing;
  useEffect(() => view.focus(), [view]);
  useEffect(() => {
    // Leaving a cell gives the keys back to the grid, unless the user went elsewhere.
    if (editing === null && document.activeElement === document.body) view.focus();
  }, [editing, view]);

  const slotOf = (index: number) => index % drawnRows.slots;
  const visible = rows
    .slice(drawnRows.from, drawnRows.to + 1)
    .map((row, offset) => ({ row, index: drawnRows.from + offset }));
  const area = areaOf(selection);
  const activeBox = boxOf(
    {
      top: selection.active.row,
      bottom: selection.active.row,
      left: selection.active.column,
      right: selection.active.column,
    },
    layout,
  );
  const stuck = state.saving.kind === "failed";
  const mouse = () =>
    scroller.current && {
      scroller: scroller.current,
      layout,
      terrain: { rows: rows.length, columns: indicators.length },
      typing,
      show,
    };
  const editingBox = editing && boxOfIds(editing.entryId, editing.indicatorId);

  function boxOfIds(entryId: number, indicatorId: number) {
    const row = rows.findIndex((each) => each.entryId === entryId);
    const column = indicators.findIndex((each) => each.id === indicatorId);
    if (row < 0 || column < 0) return null;
    return { row, column, ...boxOf({ top: row, bottom: row, left: column, right: column }, layout) };
  }

  return (
    <div className={styles.frame}>
      <div ref={scroller} className={styles.scroller} data-testid="grid-scroller">
        <div
          className={styles.content}
          style={
            {
              width: layout.widthPx,
              height: layout.heightPx,
              "--column-width": `${layout.columnWidthPx}px`,
              "--row-height": `${rowHeightPx}px`,
              "--header-height": `${headerHeightPx}px`,
              "--row-header-width": `${rowHeaderWidthPx}px`,
              "--total-width": `${totalWidthPx}px`,
            } as React.CSSProperties
          }
        >
          <div
            ref={gridElement}
            role="grid"
            tabIndex={0}
            className={styles.grid}
            aria-label={props.label}
            aria-rowcount={rows.length + 1}
            aria-colcount={indicators.length + 2}
            aria-readonly={grid.blocked !== null}
            aria-activedescendant={activeCellId}
            onKeyDown={(event) => {
              const command = commandOf(event);
              if (command && typing.run(command)) event.preventDefault();
            }}
            onMouseDown={(event) => {
              const options = mouse();
              if (options) pressGrid(event, options);
              if (!typing.editing) view.focus();
            }}
            onDoubleClick={(event) => {
              if (event.target instanceof Element && event.target.closest("[role=gridcell][id]")) {
                typing.run({ kind: "edit" });
              }
            }}
            onCopy={(event) => {
              event.preventDefault();
              event.clipboardData.setData("text/plain", typing.copied());
            }}
            onCut={(event) => {
              event.preventDefault();
              event.clipboardData.setData("text/plain", typing.copied());
              typing.run({ kind: "clear" });
            }}
            onPaste={(event) => {
              event.preventDefault();
              typing.paste(event.clipboardData.getData("text/plain"));
            }}
          >
            <GridHead
              indicators={indicators}
              columns={drawnColumns}
              widthPx={layout.columnWidthPx}
              currentColumn={selection.active.column}
            />
            <div role="rowgroup" className={styles.body} style={{ height: rows.length * rowHeightPx }}>
              <div role="presentation" className={`${styles.pane} ${styles.rowHeads}`}>
                {visible.map(({ row, index }) => (
                  <RowHead
                    key={slotOf(index)}
                    row={row}
                    index={index}
                    current={selection.active.row === index}
                    wanted={props.wantedEntryId === row.entryId}
                  />
                ))}
              </div>
              {visible.map(({ row, index }) => (
                <Row
                  key={slotOf(index)}
                  row={row}
                  index={index}
                  indicators={indicators}
                  columns={drawnColumns}
                  widthPx={layout.columnWidthPx}
                  pending={state.pending.get(row.entryId)}
                  faults={state.faults.get(row.entryId)}
                  stuck={stuck}
                  wanted={props.wantedEntryId === row.entryId}
                  active={selection.active.row === index ? selection.active.column : -1}
                />
              ))}
              <div role="presentation" className={`${styles.pane} ${styles.totals}`}>
                {visible.map(({ row, index }) => (
                  <RowTotal
                    key={slotOf(index)}
                    row={row}
                    index={index}
                    indicators={indicators}
                    pending={state.pending.get(row.entryId)}
                    wanted={props.wantedEntryId === row.entryId}
                    totalOf={sheetTotal}
                  />
                ))}
              </div>
            </div>
          </div>
          <div className={styles.active} style={activeBox} aria-hidden />
          {isStretched(selection) && <div className={styles.area} style={boxOf(area, layout)} aria-hidden />}
          {fillArea && <div className={styles.fill} style={boxOf(fillArea, layout)} aria-hidden />}
          {!editing && grid.blocked === null && (
            <div
              className={styles.handle}
              style={handlePlace(boxOf(area, layout))}
              aria-hidden
              onMouseDown={(event) => {
                const options = mouse();
                if (options) dragFill(event, options, setFillArea);
              }}
            />
          )}
          {editing && editingBox && (
            <CellEditor
              key={`${editing.entryId}/${editing.indicatorId}`}
              box={editingBox}
              bubbleAbove={editingBox.row > 1 && editingBox.row >= rows.length - 2}
              label={`${rows[editingBox.row]?.label}, ${indicators[editingBox.column]?.name}`}
              initialText={editing.initialText}
              mode={editing.mode}
              fault={editing.fault}
              onText={(text) => typing.retype(text)}
              onCommand={(command) => void typing.run(command)}
              onBlock={(text) => typing.paste(text)}
              onLeave={() => {
                // Looking into another window meanwhile leaves the cell open.
                if (document.hasFocus()) typing.finish();
              }}
            />
          )}
        </div>
      </div>
    </div>
  );
}

function handlePlace(box: { left: number; top: number; width: number; height: number }) {
  return { left: box.left + box.width, top: box.top + box.height };
}
