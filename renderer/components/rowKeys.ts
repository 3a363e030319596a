/**
 * Which row of a list a key moves to, from 0; null where the key moves nothing. With Ctrl or Cmd the arrows go to
 * the ends, as in a spreadsheet.
 */
export function nextRow(
  event: { key: string; ctrlKey: boolean; metaKey: boolean },
  at: { active: number; count: number; page: number },
): number | null {
  const last = at.count - 1;
  if (last < 0) return null;
  const far = event.ctrlKey || event.metaKey;
  const target = targets[event.key]?.(at, far);
  return target === undefined ? null : Math.min(last, Math.max(0, target));
}

const targets: Record<string, (at: { active: number; count: number; page: number }, far: boolean) => number> =
  {
    ArrowDown: ({ active, count }, far) => (far ? count - 1 : active + 1),
    ArrowUp: ({ active }, far) => (far ? 0 : active - 1),
    PageDown: ({ active, page }) => active + page,
    PageUp: ({ active, page }) => active - page,
    Home: () => 0,
    End: ({ count }) => count - 1,
  };
