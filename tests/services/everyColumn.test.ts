import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyDatabase } from "../../electron/services/databaseVerifying.ts";
import { copyAside, openFullEdition } from "../support/sealedFile.ts";

let folder: string;
let honest: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "lencana-kolom-"));
  const secured = await openFullEdition();
  const { db } = secured.context;
  db.prepare("INSERT INTO column_mappings (round_id, fingerprint, mapping) VALUES (?, 'abc', '{}')").run(
    secured.panel.id,
  );
  honest = copyAside(secured, join(folder, "utuh"));
  await secured.close();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function findingsAfter(change: (db: Database.Database) => void): string[] {
  const file = join(folder, "diubah", "lencana.db");
  cpSync(join(folder, "utuh"), join(folder, "diubah"), { recursive: true });
  const db = new Database(file);
  db.pragma("journal_mode = DELETE");
  db.pragma("foreign_keys = OFF");
  db.pragma("ignore_check_constraints = ON");
  try {
    change(db);
  } finally {
    db.close();
  }
  const { findings, chains } = verifyDatabase(file, null);
  return [...findings, ...chains.flatMap((chain) => chain.findings)];
}

interface Column {
  table: string;
  name: string;
  type: string;
  /** Its text is JSON. */
  json: boolean;
  /** The table's primary key. */
  key: string;
}

function listColumns(): Column[] {
  const db = new Database(honest, { readonly: true });
  try {
    const tables = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      .pluck()
      .all();
    return tables.flatMap((table) => {
      const info = db
        .prepare<[string], { name: string; type: string; pk: number }>(
          "SELECT name, type, pk FROM pragma_table_info(?)",
        )
        .all(table);
      const key = info
        .filter(({ pk }) => pk > 0)
        .map(({ name }) => name)
        .join();
      return info.map(({ name, type }) => {
        const first = db
          .prepare(`SELECT substr(${name}, 1, 1) FROM ${table} WHERE ${name} IS NOT NULL`)
          .pluck()
          .get();
        return { table, name, type, key, json: type === "TEXT" && (first === "{" || first === "[") };
      });
    });
  } finally {
    db.close();
  }
}

/** Another value of the same type, as whoever knows the format would write it. */
function otherValue({ name, type, json }: Column): string {
  if (json) {
    return `CASE json_type(${name}) WHEN 'array' THEN json_insert(${name}, '$[#]', 'x') ELSE json_set(${name}, '$.x', 1) END`;
  }
  if (type === "BLOB") return "x'00'";
  return type === "INTEGER" || type === "REAL" ? `ifnull(${name}, 0) + 1000` : `ifnull(${name}, '') || 'x'`;
}

/** Changes the first row of a table, its guards taken away and put back as they were. */
function changeFirst(
  db: Database.Database,
  { table, key }: Pick<Column, "table" | "key">,
  how: string,
): void {
  const triggers = db
    .prepare<[string], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?",
    )
    .all(table);
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  const { changes } = db
    .prepare(`${how} WHERE (${key}) = (SELECT ${key} FROM ${table} ORDER BY ${key} LIMIT 1)`)
    .run();
  for (const { sql } of triggers) db.exec(sql);
  if (changes !== 1) throw new Error(`${table} is empty, so that nothing of it was tried`);
}

const slowing = "counts wrong PINs to slow the next one down, and decides nothing else";
const inner = "an inner number that nothing of the edition's content hangs on";
const personal = "personal data that the law wants blanked never enters a ledger";
const shownBy = "read from the picture itself where it is printed; kept to propose a size";
/** Columns, or whole tables, that may differ from the ledger, each with why. */
const exceptions: Record<string, string> = {
  "accounts.wrong_tries": slowing,
  "accounts.wait_until": slowing,
  "awards.id": inner,
  "corrections.id": inner,
  "prints.id": inner,
  "recusals.id": inner,
  "signatures.id": inner,
  column_mappings: "only proposes how a workbook is read; what was read stands in the ledger",
  "categories.position": "the order of a single category; of several it is the order of their facts",
  "designs.saved_at": "tells windows apart that change a design at once, and decides nothing",
  "design_pictures.id": inner,
  "design_pictures.name": "what a picture's file was called",
  "design_pictures.mime": shownBy,
  "design_pictures.width": shownBy,
  "design_pictures.height": shownBy,
  "decisions.position": "no two decisions are about the same entries, so their order decides nothing",
  "editions.created_at": "sorts the list of editions, stands on no paper and decides nothing",
  "editions.updated_at": "sorts the list of editions, stands on no paper and decides nothing",
  head_pictures: personal,
  person_details: personal,
  "rounds.advance_at_least": "read only where advance_top is empty; the first round has one",
  signed_files: "named by the hash that the ledger holds, against which it is checked whenever it is read",
  "scores.entered_at": "shown only while an edition is open; a secured one takes it from the ledger",
  "scores.entered_via": "shown only while an edition is open; a secured one takes it from the ledger",
};
const isExcepted = ({ table, name }: Column) => table in exceptions || `${table}.${name}` in exceptions;

test("an edition that nobody touched has no finding, though everything in it is filled in", () => {
  expect(findingsAfter(() => {})).toEqual([]);
});

test("a value changed in any column of any table is found, or the column is excepted with a reason", () => {
  const all = listColumns();
  expect(all.length).toBeGreaterThan(150);
  const unseen = all.filter(
    (column) =>
      findingsAfter((db) =>
        changeFirst(db, column, `UPDATE ${column.table} SET ${column.name} = ${otherValue(column)}`),
      ).length === 0,
  );
  expect(unseen.filter((column) => !isExcepted(column)).map(({ table, name }) => `${table}.${name}`)).toEqual(
    [],
  );
}, 120_000);

test("what is no JSON any more is found, and stops no verification", () => {
  const broken = listColumns().filter(({ json, table }) => json && table !== "ledger");
  expect(broken.length).toBeGreaterThan(5);
  for (const column of broken.filter((one) => !isExcepted(one))) {
    const { table, name } = column;
    const found = findingsAfter((db) =>
      changeFirst(db, column, `UPDATE ${table} SET ${name} = ${name} || 'x'`),
    );
    expect([`${table}.${name}`, found.length]).toEqual([`${table}.${name}`, expect.any(Number)]);
    expect(found.length).toBeGreaterThan(0);
  }
});

test("a row taken out of any table is found, or the table is excepted", () => {
  const tables = new Map(listColumns().map((column) => [column.table, column]));
  const unseen = [...tables.values()].filter(
    (column) => findingsAfter((db) => changeFirst(db, column, `DELETE FROM ${column.table}`)).length === 0,
  );
  expect(unseen.map(({ table }) => table).filter((table) => !(table in exceptions))).toEqual([]);
}, 60_000);

test("every exception is a column that there is", () => {
  const all = listColumns();
  const known = new Set(all.flatMap(({ table, name }) => [table, `${table}.${name}`]));
  expect(Object.keys(exceptions).filter((one) => !known.has(one))).toEqual([]);
});

describe("of the database's own build", () => {
  test.each([
    [
      "a guard made again so that it never bites",
      "DROP TRIGGER ledger_never_updated; CREATE TRIGGER ledger_never_updated BEFORE UPDATE ON ledger WHEN 0 BEGIN SELECT RAISE(ABORT, 'the ledger is only appended to'); END",
      "Pengaman buku catatan dibuang dari basis data di luar program: ledger_never_updated.",
    ],
    [
      "a guard taken away",
      "DROP TRIGGER ledger_in_order",
      "Pengaman buku catatan dibuang dari basis data di luar program: ledger_in_order.",
    ],
    [
      "a constraint taken away",
      "DROP INDEX sheets_place",
      "Susunan basis data diubah di luar program: indeks sheets_place dibuang.",
    ],
    [
      "a trigger that was put in",
      "CREATE TRIGGER quiet AFTER INSERT ON scores BEGIN UPDATE scores SET value = '100'; END",
      "Susunan basis data diubah di luar program: pemicu quiet ditambahkan.",
    ],
  ])("%s is named", (_what, sql, sentence) => {
    expect(findingsAfter((db) => db.exec(sql))).toEqual([sentence]);
  });
});

test("a second decision about the same tie is found, whichever of the two the ranking takes", () => {
  const found = findingsAfter((db) => {
    db.exec(
      "INSERT INTO decisions (id, round_id, reason, decided_at, position) SELECT 999, round_id, reason, decided_at, position - 1 FROM decisions",
    );
    db.exec(
      "INSERT INTO decision_entries SELECT 999, entry_id, listed, (SELECT max(place) FROM decision_entries) - place FROM decision_entries",
    );
  });
  expect(found.join(" ")).toMatch(
    /Keputusan seri .+ untuk kali ke-2 ada di basis data .+ tetapi tidak ada di buku catatan/,
  );
  expect(found.join(" ")).toMatch(/Keputusan seri .+: urutan di basis data/);
});

test("a desk's sheet given to a panelist who is nowhere is found, as the ranking no longer counts it", () => {
  expect(
    findingsAfter((db) => db.exec("UPDATE sheets SET panelist_id = 999 WHERE panelist_id IS NULL")),
  ).not.toEqual([]);
});

describe("an older copy without kepala.json beside it", () => {
  const sentence = /^Berkas kepala\.json tidak ada di samping basis data, .+ mungkin ini salinan lama\./;

  test("is not told intact, for nobody can say where its ledger ended", () => {
    const alone = join(folder, "sendiri");
    mkdirSync(alone, { recursive: true });
    copyFileSync(honest, join(alone, "lencana.db"));
    expect(verifyDatabase(join(alone, "lencana.db"), null).findings).toEqual([
      expect.stringMatching(sentence),
    ]);
  });

  test("is, where the paper shows its very last entry", () => {
    const alone = join(folder, "sendiri");
    const { chains } = verifyDatabase(honest, null);
    const { shortHead } = chains.find(({ editionId }) => editionId !== 0)!;
    const report = verifyDatabase(join(alone, "lencana.db"), shortHead);
    expect([report.findings, report.paper?.fits]).toEqual([[], true]);
  });
});
