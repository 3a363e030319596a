import { useLayoutEffect, useState } from "react";
import type { Design, DesignElement } from "../../../electron/contract/designs.ts";
import { lyingPaper } from "../../../electron/domain/designs.ts";
import { arrowStep, dragged, snapped } from "./elements.ts";
import type { Grip, Place } from "./elements.ts";
import classes from "./studio.module.css";
import type { PreviewPage } from "./usePreview.ts";
import { elementLabel, placeWords } from "./words.ts";

const paddingPx = 32;
const grips: { grip: Grip; left: string; top: string; cursor: string }[] = [
  { grip: "nw", left: "0%", top: "0%", cursor: "nwse-resize" },
  { grip: "n", left: "50%", top: "0%", cursor: "ns-resize" },
  { grip: "ne", left: "100%", top: "0%", cursor: "nesw-resize" },
  { grip: "w", left: "0%", top: "50%", cursor: "ew-resize" },
  { grip: "e", left: "100%", top: "50%", cursor: "ew-resize" },
  { grip: "sw", left: "0%", top: "100%", cursor: "nesw-resize" },
  { grip: "s", left: "50%", top: "100%", cursor: "ns-resize" },
  { grip: "se", left: "100%", top: "100%", cursor: "nwse-resize" },
];

interface Dragging {
  id: string;
  grip: Grip;
  from: Place;
  startX: number;
  startY: number;
}

/** The very page, with the boxes of its parts over it: to be dragged, pulled larger, or moved by arrow keys. */
export function Desk({
  design,
  preview,
  space,
  selectedId,
  page,
  onSelect,
  onPlace,
  onRemove,
  onCopy,
}: {
  design: Design;
  preview: PreviewPage;
  space: { width: number; height: number };
  selectedId: string | null;
  page: "charter" | "test";
  onSelect: (id: string | null) => void;
  onPlace: (id: string, place: Partial<Place>, kind: string) => void;
  onRemove: (id: string) => void;
  onCopy: (element: DesignElement) => void;
}) {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const [centred, setCentred] = useState(false);
  const { width, height } = lyingPaper[design.paper];
  const whole = { width: width + 2 * design.bleed, height: height + 2 * design.bleed };
  const scale = Math.max(
    0.5,
    Math.min((space.width - paddingPx) / whole.width, (space.height - paddingPx) / whole.height),
  );
  const percent = ({ x, y, w, h }: Place) => ({
    left: `${((x + design.bleed) / whole.width) * 100}%`,
    top: `${((y + design.bleed) / whole.height) * 100}%`,
    width: `${(w / whole.width) * 100}%`,
    height: `${(h / whole.height) * 100}%`,
  });

  const onPointerDown = (event: React.PointerEvent, element: DesignElement, grip: Grip) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    onSelect(element.id);
    const { x, y, w, h } = element;
    setDragging({ id: element.id, grip, from: { x, y, w, h }, startX: event.clientX, startY: event.clientY });
  };
  const onPointerMove = (event: React.PointerEvent) => {
    if (!dragging) return;
    const [dx, dy] = [(event.clientX - dragging.startX) / scale, (event.clientY - dragging.startY) / scale];
    const to = dragged(dragging.from, dragging.grip, dx, dy);
    if (dragging.grip === "" && !event.altKey) {
      const { centred: isCentred, ...place } = snapped(to, design.paper);
      setCentred(isCentred);
      onPlace(dragging.id, place, "seret");
    } else onPlace(dragging.id, to, "seret");
  };
  const onPointerUp = () => {
    setDragging(null);
    setCentred(false);
  };
  const onKeyDown = (event: React.KeyboardEvent, element: DesignElement) => {
    const way = arrowStep(event);
    if (way) {
      event.preventDefault();
      const to = dragged(element, event.altKey ? "se" : "", way.dx, way.dy);
      onPlace(element.id, { x: to.x, y: to.y, w: to.w, h: to.h }, "panah");
    } else if (event.key === "Delete") onRemove(element.id);
    else if (event.key === "Escape") onSelect(null);
    else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onSelect(element.id);
    } else if (event.key === "d" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onCopy(element);
    }
  };

  if (space.width === 0) return null;
  const edge = design.unprintable;
  const shown = page === "charter" ? design.elements : design.elements.filter(({ onBlank }) => onBlank);
  return (
    <div
      className={classes.sheet}
      style={{ width: whole.width * scale, height: whole.height * scale }}
      role="group"
      aria-label="Halaman, bagian-bagiannya dapat dipindahkan"
      onPointerDown={() => onSelect(null)}
    >
      <PageCanvas preview={preview} width={whole.width * scale} />
      {edge > 0 && (
        <div
          className={classes.guide}
          style={percent({ x: edge, y: edge, w: width - 2 * edge, h: height - 2 * edge })}
        />
      )}
      {design.bleed > 0 && (
        <div className={classes.guide} style={percent({ x: 0, y: 0, w: width, h: height })} />
      )}
      {centred && <div className={classes.centre} />}
      {shown.map((element) => (
        <div
          key={element.id}
          data-element={element.id}
          className={classes.box}
          style={percent(element)}
          role="button"
          tabIndex={0}
          aria-pressed={element.id === selectedId}
          aria-label={`${elementLabel(element)}: ${placeWords(element)}`}
          data-selected={element.id === selectedId || undefined}
          onPointerDown={(event) => onPointerDown(event, element, "")}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerUp}
          onFocus={() => onSelect(element.id)}
          onKeyDown={(event) => onKeyDown(event, element)}
        >
          {element.id === selectedId &&
            grips.map(({ grip, left, top, cursor }) => (
              <span
                key={grip}
                data-grip={grip}
                className={classes.grip}
                style={{ left, top, cursor }}
                onPointerDown={(event) => onPointerDown(event, element, grip)}
                onPointerMove={onPointerMove}
                onPointerUp={onPointerUp}
              />
            ))}
        </div>
      ))}
    </div>
  );
}

/** The page as drawn last; it stays until the next drawing is whole. */
function PageCanvas({ preview: { paper, paintAt }, width }: { preview: PreviewPage; width: number }) {
  useLayoutEffect(() => paintAt(width), [paintAt, width]);
  return <div ref={paper} style={{ position: "absolute", inset: 0 }} />;
}
