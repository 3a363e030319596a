import type { RegionRow } from "../../../electron/contract/regions.ts";
import { peopleColumns, withColumn } from "./people.ts";
import type { PeopleColumn, RegionPeople } from "./people.ts";

/** What a pasted row would do to a region. */
export interface PastedRow {
  region: RegionRow;
  people: RegionPeople;
  /** Cells that would change, each as it stands and as it would. */
  changes: { column: PeopleColumn; before: string; after: string }[];
  /** Why some of it cannot be taken. */
  fault: string | null;
}

export interface PastedBlock {
  rows: PastedRow[];
  /** Rows of the block for which no region is left below. */
  left: number;
  /** The rows were matched by the regions' names in the first column, not by their order. */
  byName: boolean;
}

/**
 * Lays a block copied from a spreadsheet over the regions shown, from a row and column on. Where its first column
 * holds the regions with their type, each row goes to that region; otherwise row after row, as they stand.
 */
export function layPasted(
  regions: readonly RegionRow[],
  at: { row: number; column: PeopleColumn },
  block: readonly string[][],
): PastedBlock {
  const rows = block.filter((cells) => cells.some((cell) => cell.trim() !== ""));
  const named = rows.map(([first = ""]) => regions.find(({ label }) => sameName(label, first)));
  const byName = rows.length > 0 && rows.every((cells) => cells.length > 1) && named.every(Boolean);
  const bare = !byName && rows.every(([first = ""]) => regions.some(({ name }) => sameName(name, first)));
  const below = byName ? named : regions.slice(at.row, at.row + rows.length);
  const columns = peopleColumns.slice(peopleColumns.indexOf(at.column));
  return {
    byName,
    left: rows.length - below.length,
    rows: below.flatMap((region, index) => {
      const cells = rows[index]?.slice(byName ? 1 : 0) ?? [];
      if (!region) return [];
      const row = layRow(region, columns, cells);
      return [bare ? { ...row, fault: bareFault } : row];
    }),
  };
}

const bareFault = "Kolom pertama berisi nama daerah tanpa Kabupaten atau Kota";

function layRow(region: RegionRow, columns: readonly PeopleColumn[], cells: readonly string[]): PastedRow {
  let now = region;
  let fault = cells.length > columns.length ? "Ada kolom yang tidak muat di sebelah kanan" : null;
  // A title needs a name first, which may stand to its right.
  const pasted = columns.flatMap((column, index) => {
    const text = cells[index]?.replaceAll(/\s+/g, " ").trim();
    return text === undefined ? [] : [{ column, text }];
  });
  for (const { column, text } of pasted.toSorted((a, b) => rank(a.column) - rank(b.column))) {
    if (text.length > 200) fault = "Paling panjang 200 huruf";
    const people = withColumn(now, column, text);
    if (typeof people !== "string") now = { ...now, ...people };
    else if (people !== "" && text !== "") fault = people;
  }
  const changes = peopleColumns
    .map((column) => ({ column, before: textOf(region, column), after: textOf(now, column) }))
    .filter(({ before, after }) => before !== after);
  return { region, people: { head: now.head, agency: now.agency }, changes, fault };
}

function rank(column: PeopleColumn): number {
  return column === "title" ? peopleColumns.length : peopleColumns.indexOf(column);
}

function textOf({ head, agency }: RegionPeople, column: PeopleColumn): string {
  const texts = { title: head?.title, name: head?.name, agency: agency?.name, agencyHead: agency?.head };
  return texts[column] ?? "";
}

function sameName(label: string, text: string): boolean {
  const full = text
    .trim()
    .replace(/^kab\.?\s+/i, "Kabupaten ")
    .replaceAll(/\s+/g, " ");
  return full.toLocaleLowerCase("id") === label.toLocaleLowerCase("id");
}
