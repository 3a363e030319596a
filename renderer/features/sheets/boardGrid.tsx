import {
  IconBan,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleNumber1,
  IconClock,
  IconGitCompare,
  type Icon,
} from "@tabler/icons-react";
import { useElementSize } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import type { Board } from "../../../electron/contract/sheets.ts";
import styles from "./board.module.css";
import { type BoardCell, cellsByPlace, cellWords, countWords, isOpen } from "./boardWords.ts";
import { commandOf } from "./gridKeys.ts";
import { clamp, moveSelection, type Position, selectCell } from "./movement.ts";

const rowHeightPx = 36;
const headHeightPx = 58;
const entryWidthPx = 264;
const scrollbarPx = 16;
/** Few panelists share the window; many keep the width that a name needs. */
const widths = { narrowestPx: 132, widestPx: 208 };

const icons: Record<BoardCell["state"], Icon> = {
  empty: IconCircleDashed,
  partial: IconCircleHalf2,
  once: IconCircleNumber1,
  differs: IconGitCompare,
  waiting: IconClock,
  complete: IconCircleCheckFilled,
  recused: IconBan,
};

interface BoardGridProps {
  board: Board;
  entries: Board["entries"];
  label: string;
  /** Whether a sheet opens for whoever sits here. */
  opens: (entryId: number, panelistId: number) => boolean;
  onOpen: (entryId: number, panelistId: number) => void;
}

/** Entry × panelist: how far each sheet is. Arrows move, Enter or a click opens. */
export function BoardGrid({ board, entries, label, opens, onOpen }: BoardGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<Position>({ row: 0, column: 0 });
  const cellAt = useMemo(() => cellsByPlace(board), [board]);
  const openSheets = useMemo(() => openByPanelist(board), [board]);
  const { ref: frame, width } = useElementSize<HTMLDivElement>();
  const share = Math.floor((width - entryWidthPx - scrollbarPx) / Math.max(1, board.panelists.length));
  const columnWidthPx = Math.max(widths.narrowestPx, Math.min(widths.widestPx, share));
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
  });
  const terrain = {
    rows: entries.length,
    columns: board.panelists.length,
    pageRows: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeightPx) - 2),
    filled: (row: number, column: number) => stateAt(row, column) === "complete",
    locked: () => false,
  };
  const active = clamp(selected, terrain);

  function stateAt(row: number, column: number) {
    return cellAt(entries[row]?.id ?? 0, board.panelists[column]?.id ?? -1)?.state;
  }

  function open({ row, column }: Position) {
    const [entry, panelist] = [entries[row], board.panelists[column]];
    if (entry && panelist && stateAt(row, column) !== "recused") onOpen(entry.id, panelist.id);
  }

  function show({ row, column }: Position) {
    const element = scroller.current;
    if (!element) return;
    const [top, left] = [row * rowHeightPx, column * columnWidthPx];
    const height = element.clientHeight - headHeightPx - rowHeightPx;
    const room = element.clientWidth - entryWidthPx - columnWidthPx;
    element.scrollTo(
      Math.min(left, Math.max(element.scrollLeft, left - room)),
      Math.min(top, Math.max(element.scrollTop, top - height)),
    );
  }

  return (
    <div ref={frame} className={styles.frame}>
      <div ref={scroller} className={styles.scroller}>
        <div
          role="grid"
          tabIndex={0}
          className={styles.grid}
          aria-label={label}
          aria-rowcount={entries.length + 1}
          aria-colcount={board.panelists.length + 1}
          aria-activedescendant={entries.length > 0 ? `lembar-${active.row}-${active.column}` : undefined}
          style={
            {
              width: entryWidthPx + board.panelists.length * columnWidthPx,
              height: headHeightPx + Math.max(1, entries.length) * rowHeightPx,
              "--column-width": `${columnWidthPx}px`,
            } as React.CSSProperties
          }
          onClick={(event) => {
            const cell =
              event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
            if (!cell) return;
            const position = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
            setSelected(position);
            open(position);
          }}
          onKeyDown={(event) => {
            const command = commandOf(event);
            if (event.key === " " || (command?.kind === "advance" && command.by === "enter")) open(active);
            else if (command?.kind === "move") {
              const to = moveSelection(selectCell(active), command.move, false, terrain).active;
              setSelected(to);
              show(to);
            } else return;
            event.preventDefault();
          }}
        >
          <div role="rowgroup" className={styles.head}>
            <div role="row" aria-rowindex={1}>
              <div role="columnheader" aria-colindex={1} className={`${styles.headCell} ${styles.corner}`}>
                Peserta
              </div>
              {board.panelists.map((panelist, column) => (
                <div
                  key={panelist.id}
                  role="columnheader"
                  aria-colindex={column + 2}
                  className={styles.headCell}
                  title={panelist.name}
                >
                  <span className={styles.headName}>
                    <strong>{panelist.key}</strong> {panelist.name}
                  </span>
                  <span className={styles.headState}>{columnWords(openSheets.get(panelist.id))}</span>
                </div>
              ))}
            </div>
          </div>
          <div role="rowgroup">
            {rows.getVirtualItems().map(({ index, start }) => {
              const entry = entries[index];
              return (
                entry && (
                  <div
                    key={entry.id}
                    role="row"
                    aria-rowindex={index + 2}
                    className={styles.row}
                    style={{ top: headHeightPx + start }}
                  >
                    <div role="rowheader" aria-colindex={1} className={styles.entry} title={entry.label}>
                      <span className={styles.code}>{entry.code}</span>
                      <span className={styles.label}>{entry.label}</span>
                    </div>
                    {board.panelists.map((panelist, column) => {
                      const cell = cellAt(entry.id, panelist.id);
                      if (!cell) return null;
                      const StateIcon = icons[cell.state];
                      return (
                        <div
                          key={panelist.id}
                          role="gridcell"
                          id={`lembar-${index}-${column}`}
                          aria-colindex={column + 2}
                          className={styles.cell}
                          data-state={cell.state}
                          data-shut={!opens(entry.id, panelist.id) || undefined}
                          data-active={index === active.row && column === active.column}
                          data-row={index}
                          data-column={column}
                        >
                          <StateIcon size={17} aria-hidden />
                          {cellWords(cell, board.indicators)}
                        </div>
                      );
                    })}
                  </div>
                )
              );
            })}
          </div>
        </div>
        {entries.length === 0 && (
          <div className={styles.none}>Tidak ada peserta yang cocok dengan saringan.</div>
        )}
      </div>
    </div>
  );
}

function openByPanelist(board: Board): Map<number, number> {
  const open = new Map<number, number>();
  for (const cell of board.cells) {
    if (isOpen(cell)) open.set(cell.panelistId, (open.get(cell.panelistId) ?? 0) + 1);
  }
  return open;
}

function columnWords(open: number | undefined): string {
  return open === undefined ? "lengkap" : `${countWords(open)} belum lengkap`;
}
