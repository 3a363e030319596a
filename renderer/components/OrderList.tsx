import { ActionIcon, Group, Text, VisuallyHidden } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconGripVertical } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import { moved } from "./moved.ts";
import classes from "./OrderList.module.css";

export interface OrderedEntry {
  id: number;
  label: string;
  /** Stands beside the label. */
  detail: string;
}

/** Puts entries in order, by dragging the grip, with the arrow keys on it, or with the buttons. */
export function OrderList({
  entries,
  firstRank,
  word = "peringkat",
  row,
  onChange,
}: {
  entries: readonly OrderedEntry[];
  firstRank: number;
  /** What a place is called. */
  word?: string;
  /** Stands at a place instead of label and detail, as high as it needs. */
  row?: (place: number) => ReactNode;
  onChange: (entries: readonly OrderedEntry[]) => void;
}) {
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLUListElement>(null);

  const move = (id: number, to: number) => {
    const next = moved(
      entries,
      entries.findIndex((entry) => entry.id === id),
      to,
    );
    if (next === entries) return;
    onChange(next);
    setSaid(`${next[to]?.label} kini di ${word} ${firstRank + to}`);
  };
  const drag = (id: number, y: number) => {
    const places = [...(list.current?.children ?? [])].map((item) => item.getBoundingClientRect());
    const to = places.findIndex(({ top, bottom }) => y >= top && y < bottom);
    if (to >= 0) move(id, to);
  };

  return (
    <>
      <ul ref={list} className={classes.list}>
        {entries.map((entry, place) => (
          <li
            key={entry.id}
            className={classes.item}
            data-tall={row !== undefined || undefined}
            data-dragged={dragged === entry.id || undefined}
          >
            <ActionIcon
              variant="subtle"
              color="gray"
              className={classes.grip}
              aria-label={`Pindahkan ${entry.label}, ${word} ${firstRank + place}: tekan panah atas atau bawah`}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                setDragged(entry.id);
              }}
              onPointerMove={(event) => dragged === entry.id && drag(entry.id, event.clientY)}
              onPointerUp={() => setDragged(null)}
              onPointerCancel={() => setDragged(null)}
              onKeyDown={(event) => {
                const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
                if (by === undefined) return;
                event.preventDefault();
                move(entry.id, place + by);
              }}
            >
              <IconGripVertical size={18} aria-hidden />
            </ActionIcon>
            <span className={classes.rank}>{firstRank + place}</span>
            {row ? (
              row(place)
            ) : (
              <>
                <Text span truncate>
                  {entry.label}
                </Text>
                <Text span className="figure">
                  {entry.detail}
                </Text>
              </>
            )}
            <Group gap={4} wrap="nowrap">
              <ActionIcon
                variant="default"
                aria-label={`Naikkan ${entry.label}`}
                disabled={place === 0}
                onClick={() => move(entry.id, place - 1)}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="default"
                aria-label={`Turunkan ${entry.label}`}
                disabled={place === entries.length - 1}
                onClick={() => move(entry.id, place + 1)}
              >
                <IconArrowDown size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </li>
        ))}
      </ul>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
