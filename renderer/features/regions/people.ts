import type { RegionRow } from "../../../electron/contract/regions.ts";
import { headTitle } from "../../../electron/domain/names.ts";
import type { Gelar } from "../../../electron/domain/personName.ts";

/** Head and agency of a region, as they are saved together. */
export type RegionPeople = Pick<RegionRow, "head" | "agency">;

/** The columns that can be typed in, from left to right. */
export const peopleColumns = ["title", "name", "agency", "agencyHead"] as const;
export type PeopleColumn = (typeof peopleColumns)[number];

/** Names of head and agency are there; the agency's own head may be missing. */
export function isComplete({ head, agency }: RegionPeople): boolean {
  return head !== null && agency !== null;
}

/** With another name of the head; an empty name is a head not known yet. */
export function withHeadName(region: RegionRow, name: string): RegionPeople {
  const title = region.head?.title ?? headTitle(region);
  return { head: name === "" ? null : { title, name }, agency: region.agency };
}

/** With another title of the head ("Pj. Bupati"); an empty one goes back to the usual. */
export function withHeadTitle(region: RegionRow, title: string): RegionPeople | string {
  if (region.head === null) return "Isi nama kepala daerah dulu";
  return { head: { ...region.head, title: title || headTitle(region) }, agency: region.agency };
}

/** With another name of the agency; an empty one is an agency not known yet. */
export function withAgencyName(region: RegionRow, name: string): RegionPeople | string {
  if (name === "" && region.agency?.head) return "Kosongkan kepala perangkat daerah dulu";
  return { head: region.head, agency: name === "" ? null : { name, head: region.agency?.head ?? null } };
}

/** With another head of the agency. */
export function withAgencyHead(region: RegionRow, head: string): RegionPeople | string {
  if (region.agency === null) return head === "" ? "" : "Isi nama perangkat daerah dulu";
  return { head: region.head, agency: { ...region.agency, head: head || null, headGelar: undefined } };
}

const setters: Record<PeopleColumn, (region: RegionRow, text: string) => RegionPeople | string> = {
  title: withHeadTitle,
  name: withHeadName,
  agency: withAgencyName,
  agencyHead: withAgencyHead,
};

/** With the titles in the name of that column told apart. */
export function withGelar(
  { head, agency }: RegionPeople,
  column: PeopleColumn,
  gelar: Gelar | null,
): RegionPeople {
  if (column === "name") return { head: head && { ...head, gelar }, agency };
  return column === "agencyHead"
    ? { head, agency: agency && { ...agency, headGelar: gelar } }
    : { head, agency };
}

/** With other text in one column, or a sentence saying why not; an empty sentence is nothing to do. */
export function withColumn(region: RegionRow, column: PeopleColumn, text: string): RegionPeople | string {
  return setters[column](region, text);
}
