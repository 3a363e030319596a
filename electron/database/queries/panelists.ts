import type { PanelistRow } from "../../contract/panelists.ts";
import { gelarOf } from "../gelar.ts";
import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

interface Row {
  id: number;
  edition_id: number;
  key: string;
  name: string;
  gelar_before: string | null;
  gelar_after: string | null;
  institution: string | null;
  account_id: number | null;
  rounds: string;
  sheets: number;
}

const select = `
  SELECT panelists.*,
    (SELECT json_group_array(rounds.name) FROM panels JOIN rounds ON rounds.id = panels.round_id
      WHERE panels.panelist_id = panelists.id) AS rounds,
    (SELECT count(*) FROM sheets WHERE panelist_id = panelists.id
      AND EXISTS (SELECT 1 FROM scores WHERE sheet_id = sheets.id)) AS sheets
  FROM panelists`;

export function listPanelists(db: ReadDb, editionId: number): PanelistRow[] {
  return statement<[number], Row>(db, `${select} WHERE edition_id = ? ORDER BY position, id`)
    .all(editionId)
    .map(fromRow);
}

export function findPanelist(db: ReadDb, id: number): (PanelistRow & { editionId: number }) | null {
  const row = statement<[number], Row>(db, `${select} WHERE id = ?`).get(id);
  return row ? { ...fromRow(row), editionId: row.edition_id } : null;
}

export function insertPanelist(
  db: WriteDb,
  editionId: number,
  panelist: Pick<PanelistRow, "key" | "name" | "gelar" | "institution">,
): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO panelists (edition_id, key, name, institution, gelar_before, gelar_after, position)
     VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position) + 1, 0) FROM panelists WHERE edition_id = ?))`,
  ).run(
    editionId,
    panelist.key,
    panelist.name,
    panelist.institution,
    panelist.gelar?.before ?? null,
    panelist.gelar?.after ?? null,
    editionId,
  );
  return Number(lastInsertRowid);
}

export function updatePanelist(
  db: WriteDb,
  id: number,
  { name, gelar, institution }: Pick<PanelistRow, "name" | "gelar" | "institution">,
): void {
  statement(
    db,
    "UPDATE panelists SET name = ?, institution = ?, gelar_before = ?, gelar_after = ? WHERE id = ?",
  ).run(name, institution, gelar?.before ?? null, gelar?.after ?? null, id);
}

/** The account this panelist signs with. */
export function setPanelistAccount(db: WriteDb, id: number, accountId: number | null): void {
  statement(db, "UPDATE panelists SET account_id = ? WHERE id = ?").run(accountId, id);
}

/** Its empty sheets go with it. */
export function deletePanelist(db: WriteDb, id: number): void {
  statement(db, "DELETE FROM sheets WHERE panelist_id = ?").run(id);
  statement(db, "DELETE FROM panelists WHERE id = ?").run(id);
}

function fromRow({
  id,
  key,
  name,
  institution,
  account_id: accountId,
  rounds,
  sheets,
  ...row
}: Row): PanelistRow {
  return {
    id,
    key,
    name,
    ...gelarOf("gelar", row.gelar_before, row.gelar_after),
    institution,
    accountId,
    rounds: JSON.parse(rounds) as string[],
    sheets,
  };
}
