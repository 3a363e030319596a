import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef, useState } from "react";
import { nextRow } from "../../components/rowKeys.ts";
import { PaperListLine } from "./line.tsx";
import classes from "./list.module.css";
import type { PaperLine } from "./papers.ts";
import { allToggled, extended, shareIn, toggled } from "./selection.ts";
import type { Selection } from "./selection.ts";

/** Before it is measured; a long title takes a second line. */
const paperHeightPx = 52;
const groupHeightPx = 36;

/** The lines of the list: only those in view exist; arrows move, Space ticks, Shift ticks a stretch. */
export function LineGrid({
  lines,
  activeKey,
  onActive,
  selection,
  onSelect,
  onOpen,
  onEdit,
}: {
  lines: readonly PaperLine[];
  activeKey: string | null;
  onActive: (key: string) => void;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  onOpen: () => void;
  onEdit: () => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  // A heading can be active too; the paper shown stays the last one.
  const [heading, setHeading] = useState<string | null>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === "group" ? groupHeightPx : paperHeightPx),
    getItemKey: (index) => nameOf(lines[index]),
    overscan: 10,
  });
  const wanted = heading ?? (activeKey === null ? "" : paperName(activeKey));
  const active = Math.max(
    0,
    lines.findIndex((line) => nameOf(line) === wanted),
  );
  const keys = lines.map((line) => (line.kind === "paper" ? line.paper.key : null));

  useEffect(() => virtual.scrollToIndex(active), [virtual, active]);

  const moveTo = (index: number) => {
    const line = lines[index];
    if (line === undefined) return;
    setHeading(line.kind === "group" ? nameOf(line) : null);
    if (line.kind === "paper") onActive(line.paper.key);
  };
  const tick = (index: number) => {
    const line = lines[index];
    if (line === undefined) return;
    onSelect(line.kind === "group" ? allToggled(selection, line.keys) : toggled(selection, line.paper.key));
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / paperHeightPx) - 1);
    const next = nextRow(event, { active, count: lines.length, page });
    const acts: Record<string, (() => void) | undefined> = {
      " ": () => tick(active),
      Enter: onOpen,
      F2: onEdit,
      Escape: selection.size > 0 ? () => onSelect(new Set()) : undefined,
      a: command ? () => onSelect(new Set(keys.filter((key) => key !== null))) : undefined,
    };
    const act =
      next === null
        ? acts[event.key]
        : () => {
            if (event.shiftKey) onSelect(extended(selection, keys, active, next));
            moveTo(next);
          };
    if (!act || event.altKey) return;
    event.preventDefault();
    act();
  };

  const onClick = (event: React.MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    const row = event.target.closest<HTMLElement>("[data-line]");
    if (!row) return;
    const index = Number(row.dataset.line);
    if (event.shiftKey) onSelect(extended(selection, keys, active, index));
    else if (event.ctrlKey || event.metaKey || event.target.closest("[data-tick]")) tick(index);
    moveTo(index);
  };

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      tabIndex={0}
      aria-label="Dokumen"
      aria-multiselectable
      aria-rowcount={lines.length}
      aria-activedescendant={`${gridId}-${active}`}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const line = lines[index];
          return (
            line && (
              <PaperListLine
                key={key}
                id={`${gridId}-${index}`}
                line={line}
                index={index}
                active={index === active}
                share={shareIn(selection, line.kind === "group" ? line.keys : [line.paper.key])}
                measure={virtual.measureElement}
                style={{ transform: `translateY(${start}px)` }}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function nameOf(line: PaperLine | undefined): string {
  if (line === undefined) return "";
  return line.kind === "group" ? `group ${line.name}` : paperName(line.paper.key);
}

function paperName(key: string): string {
  return `paper ${key}`;
}
