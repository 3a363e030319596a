import type { RegionRow } from "../../contract/regions.ts";
import type { ReadDb } from "../../database/open.ts";
import { listRegions } from "../../database/queries/regions.ts";

export function listRegionsByCode(db: ReadDb, editionId: number): Map<string, RegionRow> {
  return new Map(listRegions(db, editionId).map((region) => [region.code, region]));
}
