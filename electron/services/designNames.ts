import { listDesigns } from "../database/queries/designs.ts";
import { listDesignRows, type Shelf, shippedKeys } from "./charterDesign.ts";
import { freeKey } from "./keys.ts";

/** A key that no design of the edition has. */
export function freshKey({ db, editionId }: Shelf): string {
  const taken = [...shippedKeys, ...listDesigns(db, editionId).map(({ key }) => key)];
  return freeKey(taken, "rancangan-");
}

/** A name that no other design has: two of the same could not be told apart in any list. */
export function freeName(shelf: Shelf, wanted: string): string {
  const taken = new Set(listDesignRows(shelf).map(({ name }) => name));
  for (let order = 2; taken.has(wanted); order++) wanted = `${wanted.replace(/ \(\d+\)$/, "")} (${order})`;
  return wanted;
}
