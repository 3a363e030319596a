import {
  type Ref,
  useCallback,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useMemo,
  useRef,
} from "react";
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
import { ColumnLines, GridMarks } from "./gridMarks.tsx";
import { pressGrid } from "./gridMouse.ts";
import { GridPanes } from "./gridPanes.tsx";
import { activeCellId } from "./gridRow.tsx";
import { GridRows } from "./gridRows.tsx";
import type { Position } from "./movement.ts";
import { totalOf } from "./runningTotal.ts";
import type { SheetState } from "./sheetStore.ts";
import { inSlotOrder, useGridWindow } from "./useGridWindow.ts";
import type { Typing } from "./useTyping.ts";

interface SheetGridProps {
  grid: Grid;
  state: SheetState;
  decimals: number;
  typing: Typing;
  /** The entry asked for by the address; its row is marked. */
  wantedEntryId: number | null;
  label: string;
  view: Ref<GridView>;
}

/** What typing needs of the grid on screen. */
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
  const { rows, indicators } = grid;
  const { layout, viewHeightPx, drawnRows, drawnColumns } = useGridWindow(
    scroller,
    rows.length,
    indicators.length,
  );
  const sheetTotal = useMemo(() => totalOf(indicators, props.decimals), [indicators, props.decimals]);

  const show = useCallback(
    (position: Position) => {
      const element = scroller.current;
      if (!element) return;
      const { scrollTop, scrollLeft, clientWidth } = element;
      const seen = { scrollTop, scrollLeft, clientWidth, clientHeight: viewHeightPx };
      const { top, left } = scrollToShow(position, seen, layout);
      if (top !== scrollTop || left !== scrollLeft) element.scrollTo(left, top);
    },
    [layout, viewHeightPx],
  );
  const focus = useCallback(() => gridElement.current?.focus({ preventScroll: true }), []);
  useImperativeHandle(
    view,
    () => ({
      show,
      focus,
      pageRows: () => Math.floor(((scroller.current?.clientHeight ?? 0) - headerHeightPx) / rowHeightPx) - 1,
    }),
    [show, focus],
  );

  const { selection, editing } = typing;
  useEffect(focus, [focus]);
  const keepInView = useEffectEvent((scroll: typeof show) => scroll(selection.active));
  // At the start, and whenever the window takes another shape.
  useEffect(() => keepInView(show), [show]);
  useEffect(() => {
    // Leaving a cell gives the keys back to the grid, unless the user went elsewhere.
    if (editing === null && document.activeElement === document.body) focus();
  }, [editing, focus]);

  const visible = inSlotOrder(drawnRows).flatMap((index) => {
    const row = rows[index];
    return row ? [{ row, index }] : [];
  });
  const shared = {
    visible,
    slots: drawnRows.slots,
    indicators,
    pending: state.pending,
    wantedEntryId: props.wantedEntryId,
  };
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
          role="presentation"
          className={styles.content}
          onMouseDown={(event) => {
            const options = mouse();
            if (!options || event.target instanceof HTMLInputElement) return;
            pressGrid(event, options);
            if (!typing.editing) focus();
          }}
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
            <GridRows
              {...shared}
              count={rows.length}
              columns={drawnColumns}
              widthPx={layout.columnWidthPx}
              faults={state.faults}
              stuck={state.saving.kind === "failed"}
              active={selection.active}
            />
          </div>
          <GridMarks
            selection={selection}
            layout={layout}
            handle={!editing && grid.blocked === null}
            mouse={mouse}
          />
          <ColumnLines columns={drawnColumns} widthPx={layout.columnWidthPx} />
          <GridPanes {...shared} currentRow={selection.active.row} totalOf={sheetTotal} />
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
