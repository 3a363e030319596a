import type { z } from "zod";
import type { catalogueRegion } from "../../../electron/contract/regions.ts";
import { regionLabel } from "../../../electron/domain/names.ts";

export type CatalogueRegion = z.infer<typeof catalogueRegion>;

/** Regions whose code, type, name and province together hold every word; names that begin so come first. */
export function findRegions(
  all: readonly CatalogueRegion[],
  search: string,
  province: string | null,
): CatalogueRegion[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const last = words.at(-1) ?? "";
  const found = all.filter((region) => {
    if (province !== null && region.province !== province) return false;
    const text = `${region.code} ${regionLabel(region)} ${region.province}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (last === "") return found;
  const begins = (region: CatalogueRegion) => region.name.toLowerCase().startsWith(last);
  return [...found.filter(begins), ...found.filter((region) => !begins(region))];
}
