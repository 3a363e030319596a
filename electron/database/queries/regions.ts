import type { RegionRow } from "../../contract/regions.ts";
import type { RegionType } from "../../domain/edition.ts";
import { regionLabel } from "../../domain/names.ts";
import { gelarOf } from "../gelar.ts";
import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

interface Row {
  id: number;
  edition_id: number;
  code: string;
  type: RegionType;
  name: string;
  twin: number;
  head_title: string | null;
  head_name: string | null;
  gelar_before: string | null;
  gelar_after: string | null;
  agency_name: string | null;
  agency_head: string | null;
  head_gelar_before: string | null;
  head_gelar_after: string | null;
  picture: number;
}

const select = `
  WITH twins AS MATERIALIZED (SELECT edition_id, name FROM regions
    GROUP BY edition_id, name COLLATE NOCASE HAVING count(*) > 1)
  SELECT regions.*, heads.title AS head_title, heads.name AS head_name, heads.gelar_before, heads.gelar_after,
    agencies.name AS agency_name, agencies.head AS agency_head, head_gelar_before, head_gelar_after, head_pictures.region_id IS NOT NULL AS picture,
    EXISTS (SELECT 1 FROM twins WHERE twins.edition_id = regions.edition_id
      AND twins.name = regions.name COLLATE NOCASE) AS twin
  FROM regions LEFT JOIN heads ON heads.region_id = regions.id
  LEFT JOIN agencies ON agencies.region_id = regions.id
  LEFT JOIN head_pictures ON head_pictures.region_id = regions.id`;

export function listRegions(db: ReadDb, editionId: number): RegionRow[] {
  return statement<[number], Row>(
    db,
    `${select} WHERE regions.edition_id = ? ORDER BY regions.position, regions.id`,
  )
    .all(editionId)
    .map(fromRow);
}

export function findRegion(db: ReadDb, id: number): (RegionRow & { editionId: number }) | null {
  const row = statement<[number], Row>(db, `${select} WHERE regions.id = ?`).get(id);
  return row ? { ...fromRow(row), editionId: row.edition_id } : null;
}

export function insertRegion(
  db: WriteDb,
  editionId: number,
  region: Pick<RegionRow, "code" | "type" | "name" | "head" | "agency">,
): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO regions (edition_id, code, type, name, position) VALUES (?, ?, ?, ?,
      (SELECT coalesce(max(position) + 1, 0) FROM regions WHERE edition_id = ?))`,
  ).run(editionId, region.code, region.type, region.name, editionId);
  const id = Number(lastInsertRowid);
  setHead(db, id, region.head);
  setAgency(db, id, region.agency);
  return id;
}

export function setHead(db: WriteDb, regionId: number, head: RegionRow["head"]): void {
  if (!head) statement(db, "DELETE FROM heads WHERE region_id = ?").run(regionId);
  else
    statement(
      db,
      `INSERT INTO heads (region_id, title, name, gelar_before, gelar_after) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (region_id) DO UPDATE SET title = excluded.title, name = excluded.name,
        gelar_before = excluded.gelar_before, gelar_after = excluded.gelar_after`,
    ).run(regionId, head.title, head.name, head.gelar?.before ?? null, head.gelar?.after ?? null);
}

export function setAgency(db: WriteDb, regionId: number, agency: RegionRow["agency"]): void {
  if (!agency) statement(db, "DELETE FROM agencies WHERE region_id = ?").run(regionId);
  else
    statement(
      db,
      `INSERT INTO agencies (region_id, name, head, head_gelar_before, head_gelar_after) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (region_id) DO UPDATE SET name = excluded.name, head = excluded.head,
        head_gelar_before = excluded.head_gelar_before, head_gelar_after = excluded.head_gelar_after`,
    ).run(
      regionId,
      agency.name,
      agency.head,
      agency.headGelar?.before ?? null,
      agency.headGelar?.after ?? null,
    );
}

export function deleteRegion(db: WriteDb, id: number): void {
  statement(db, "DELETE FROM regions WHERE id = ?").run(id);
}

function fromRow(row: Row): RegionRow {
  const { id, code, type, name } = row;
  const { head_title: title, head_name: headName, agency_name: agencyName } = row;
  return {
    id,
    code,
    type,
    name,
    label: regionLabel({ type, name }),
    twin: row.twin === 1,
    head:
      title && headName
        ? { title, name: headName, ...gelarOf("gelar", row.gelar_before, row.gelar_after) }
        : null,
    agency: agencyName
      ? {
          name: agencyName,
          head: row.agency_head,
          ...gelarOf("headGelar", row.head_gelar_before, row.head_gelar_after),
        }
      : null,
    headPicture: row.picture === 1,
  };
}
