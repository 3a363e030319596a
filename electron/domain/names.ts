import type { Region } from "./edition.ts";

type NamedRegion = Pick<Region, "type" | "name">;

/** "Kabupaten Magetan", "Kota Surabaya": seven names of East Java are both, so the bare name is never shown. */
export function regionLabel(region: NamedRegion): string {
  return `${region.type === "kota" ? "Kota" : "Kabupaten"} ${region.name}`;
}

/** "Bupati" or "Wali Kota": the office at the head of a region of this type. */
export function headTitle(region: Pick<Region, "type">): string {
  return region.type === "kota" ? "Wali Kota" : "Bupati";
}

/** "Bupati Magetan", "Wali Kota Surabaya": the title of a head, by type where the head is not known yet. */
export function headOfficeLabel(region: NamedRegion & Pick<Region, "head">): string {
  return `${region.head?.title ?? headTitle(region)} ${region.name}`;
}
