import { Text } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useId, useRef, useState } from "react";
import type { RoundResultView } from "../../../electron/contract/results.ts";
import { nextRow } from "../../components/rowKeys.ts";
import type { RankingItem } from "./ranking.ts";
import { RankingRow } from "./row.tsx";
import type { SliceKind } from "./slices.ts";
import classes from "./table.module.css";

const rowHeightPx = 44;
const cutHeightPx = 32;

/** The ranking of a round: a grid of which only the lines in view exist, with one active line for the keyboard. */
export function RankingTable({
  round,
  items,
  kinds,
  recipients,
  onExplain,
}: {
  round: RoundResultView;
  items: RankingItem[];
  kinds: SliceKind[];
  recipients: ReadonlySet<number>;
  onExplain: (entryId: number, indicatorId: number | null) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const gridId = useId();
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === "cut" ? cutHeightPx : rowHeightPx),
    getItemKey: (index) => keyOf(items[index]),
    overscan: 12,
    scrollPaddingStart: 36,
  });
  const current = Math.min(active, items.length - 1);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const item = items[current];
    if ((event.key === "Enter" || event.key === " ") && item?.kind === "row") {
      event.preventDefault();
      onExplain(item.row.entryId, null);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeightPx) - 2);
    const next = nextRow(event, { active: current, count: items.length, page });
    if (next === null || event.altKey) return;
    event.preventDefault();
    // The cut line is passed over: there is nothing to open on it.
    const target = items[next]?.kind === "cut" ? next + Math.sign(next - current) : next;
    const landed = items[target] ? target : current;
    setActive(landed);
    virtual.scrollToIndex(landed);
  };

  const onClick = (event: React.MouseEvent) => {
    const clicked = event.target;
    if (!(clicked instanceof Element)) return;
    const line = clicked.closest<HTMLElement>("[data-line]")?.dataset.line;
    const item = line === undefined ? undefined : items[Number(line)];
    if (item?.kind !== "row") return;
    const part = clicked.closest<HTMLElement>("[data-indicator]")?.dataset.indicator;
    setActive(Number(line));
    onExplain(item.row.entryId, part === undefined ? null : (round.indicators[Number(part)]?.id ?? null));
  };

  return (
    <div className={classes.frame} data-preview={round.final ? undefined : true}>
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        tabIndex={0}
        aria-label={`Peringkat ${round.name}${round.final ? "" : ", pratinjau sementara"}`}
        aria-rowcount={items.length + 1}
        aria-activedescendant={items.length > 0 ? `${gridId}-${current}` : undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <div role="row" aria-rowindex={1} className={`${classes.columns} ${classes.head}`}>
          <span role="columnheader" className={classes.number}>
            Peringkat
          </span>
          <span role="columnheader">Daerah</span>
          <span role="columnheader">Sumbangan tiap indikator (0–100)</span>
          <span role="columnheader" className={classes.number}>
            Jumlah
          </span>
          <span role="columnheader">Keterangan</span>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const item = items[index];
            const id = `${gridId}-${index}`;
            const style = { transform: `translateY(${start}px)` };
            if (item === undefined) return null;
            if (item.kind === "cut") {
              return (
                <div
                  key={key}
                  id={id}
                  role="row"
                  aria-rowindex={index + 2}
                  className={classes.cut}
                  style={style}
                >
                  <span role="gridcell" aria-colspan={5}>
                    Batas {item.label}
                  </span>
                </div>
              );
            }
            return (
              <RankingRow
                key={key}
                id={id}
                round={round}
                item={item}
                kinds={kinds}
                recipients={recipients}
                rowIndex={index + 2}
                active={index === current}
                style={style}
              />
            );
          })}
        </div>
      </div>
      {items.length === 0 && (
        <Text p="sm" c="dimmed" role="status">
          {round.rows.length === 0
            ? "Belum ada peserta di babak ini."
            : "Tidak ada daerah yang cocok dengan pencarian."}
        </Text>
      )}
      {!round.final && items.length > 0 && (
        <div className={classes.watermark} aria-hidden>
          <span />
          {items.length > 6 && <span />}
        </div>
      )}
    </div>
  );
}

function keyOf(item: RankingItem | undefined): string {
  if (item === undefined) return "none";
  return item.kind === "cut" ? "cut" : `entry-${item.row.entryId}`;
}
