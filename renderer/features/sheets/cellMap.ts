import type { CellEdit } from "./cellEdits.ts";

/** Something known of some cells, by entry and indicator. A row without any keeps its identity when others change. */
export type CellMap<Value> = ReadonlyMap<number, ReadonlyMap<number, Value>>;

type Place = Pick<CellEdit, "entryId" | "indicatorId">;

export const noCells: CellMap<never> = new Map();

/** The map with each of these cells set, or taken out where the value is undefined. */
export function withCells<Value>(
  map: CellMap<Value>,
  cells: Iterable<Place & { set: Value | undefined }>,
): CellMap<Value> {
  const fresh = new Map<number, Map<number, Value>>();
  for (const { entryId, indicatorId, set } of cells) {
    const row = fresh.get(entryId) ?? new Map(map.get(entryId));
    fresh.set(entryId, row);
    if (set === undefined) row.delete(indicatorId);
    else row.set(indicatorId, set);
  }
  const next = new Map(map);
  for (const [entryId, row] of fresh) {
    if (row.size > 0) next.set(entryId, row);
    else next.delete(entryId);
  }
  return next;
}

/** What is known of one cell. */
export function findCell<Value>(
  map: CellMap<Value>,
  entryId: number,
  indicatorId: number,
): Value | undefined {
  return map.get(entryId)?.get(indicatorId);
}
