/** How large a page is shown: fitted to the space, or a factor of its real size. */
export type Zoom = { fit: "width" | "page" } | { factor: number };

/** CSS pixels a PDF point at 100%: 96 to the inch over 72 to the inch. */
export const pixelsPerPoint = 96 / 72;

const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/** The scale that pages are drawn at, in CSS pixels a point. */
export function scaleFor(
  zoom: Zoom,
  page: { width: number; height: number },
  space: { width: number; height: number },
): number {
  if ("factor" in zoom) return zoom.factor * pixelsPerPoint;
  const wide = space.width / page.width;
  const scale = zoom.fit === "width" ? wide : Math.min(wide, space.height / page.height);
  return Math.max(0.1, scale);
}

/** The next larger or smaller step from a scale. */
export function nextZoom(scale: number, direction: "in" | "out"): Zoom {
  const factor = scale / pixelsPerPoint;
  const next =
    direction === "in"
      ? steps.find((step) => step > factor + 0.005)
      : steps.findLast((step) => step < factor - 0.005);
  return { factor: next ?? factor };
}

/** "85%" */
export function zoomWords(scale: number): string {
  return `${Math.round((scale / pixelsPerPoint) * 100)}%`;
}
