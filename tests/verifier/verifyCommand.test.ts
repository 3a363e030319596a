import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "../../electron/cli.ts";
import { shortHead } from "../../electron/domain/ledger.ts";
import { openSecured, seal, type Secured } from "../support/secured.ts";

/** An edition with a sealed first round, its database at rest in `rest`, and the bundle that was exported of it. */
let secured: Secured;
let rest: string;
const folders: string[] = [];

beforeAll(async () => {
  secured = await openSecured({ keying: "single" });
  await typePanel(secured);
  await seal(secured.siti, secured.editionId, secured.panel.id);
  rest = folder();
  const html = await secured.siti.api.seals.bundle({ editionId: secured.editionId, job: "periksa-1" });
  writeFileSync(join(rest, "bukti.html"), await html.bytes());
  await secured.context.db.backup(join(rest, "lencana.db"));
  cpSync(join(secured.paths.data, "kepala.json"), join(rest, "kepala.json"));
});

afterAll(async () => {
  await secured.close();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "lencana-periksa-uji-"));
  folders.push(made);
  return made;
}

async function typePanel({ andi, panel }: Secured): Promise<void> {
  for (const [order, panelistId] of panel.panel.entries()) {
    const { rows } = await andi.api.sheets.grid({ roundId: panel.id, panelistId });
    const changes = rows.flatMap(({ entryId }, row) =>
      panel.indicators.map(({ id }) => ({
        entryId,
        indicatorId: id,
        value: String(60 + row * 5 + order),
        was: null,
      })),
    );
    await andi.api.sheets.setScores({ roundId: panel.id, panelistId, changes });
  }
}

/** The database changed with another program, and what `lencana verify` says of it. */
async function verifyChanged(change: (db: Database.Database) => void, args: string[] = []) {
  const place = folder();
  cpSync(rest, place, { recursive: true });
  const db = new Database(join(place, "lencana.db"));
  change(db);
  db.close();
  return runCommand(["verify", join(place, "lencana.db"), ...args]);
}

/** Takes the guards of the ledger away, changes it, and puts them back as they were. */
function behindTheGuards(db: Database.Database, change: () => void): void {
  const guards = db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'ledger'",
    )
    .all();
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  change();
  for (const { sql } of guards) db.exec(sql);
}

describe("a database", () => {
  test("that only the application wrote is intact, at rest and while the application has it open", async () => {
    const atRest = await runCommand(["verify", join(rest, "lencana.db")]);
    expect([atRest.exitCode, atRest.stderr]).toEqual([0, ""]);
    expect(atRest.stdout).toMatch(/ASN Achievement Awards 2021, \d+ catatan, kepala [0-9A-Z-]{19}: utuh\n/);
    expect(atRest.stdout).toMatch(/Belum dicocokkan dengan kertas[^]*Utuh\.\n$/);
    const open = await runCommand(["verify", secured.paths.database, "--json"]);
    expect(open.exitCode).toBe(0);
    expect(JSON.parse(open.stdout)).toMatchObject({
      format: "lencana/verify@1",
      kind: "database",
      intact: true,
    });
  });

  test("knows the head from paper, and a head from elsewhere", async () => {
    const { head } = await secured.siti.api.security.verify({ editionId: secured.editionId });
    const known = await runCommand(["verify", join(rest, "lencana.db"), "--head", sealHead()]);
    expect([known.exitCode, known.stdout]).toEqual([0, expect.stringMatching(/tepat sesudah penyegelan/)]);
    const open = await runCommand([
      "verify",
      secured.paths.database,
      "--head",
      shortHead(head).toLowerCase(),
    ]);
    expect([open.exitCode, open.stdout]).toEqual([0, expect.stringMatching(/Cocok dengan kepala terakhir/)]);
    const strange = await runCommand(["verify", join(rest, "lencana.db"), "--head", "0000-1111-2222-3333"]);
    expect([strange.exitCode, strange.stdout]).toEqual([
      1,
      expect.stringMatching(/tidak ada di buku catatan mana pun/),
    ]);
  });

  test("with a score edited names the region, panelist, indicator and both values", async () => {
    const { exitCode, stdout } = await verifyChanged((db) =>
      db.exec(
        "UPDATE scores SET value = '99' WHERE (sheet_id, indicator_id) = (SELECT sheet_id, indicator_id FROM scores WHERE value = '60' LIMIT 1)",
      ),
    );
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /^ {2}Nilai (Kabupaten|Kota) .+ oleh .+ untuk .+ \(.+\) di basis data 99, menurut buku catatan 60\.$/m,
    );
    expect(stdout.match(/^ {2}\S/gm)).toHaveLength(1);
  });

  test("with two scores swapped says so in one sentence", async () => {
    const { stdout } = await verifyChanged((db) => {
      const rows = db
        .prepare<[number], { sheet: number; indicator: number; value: string }>(
          `SELECT sheet_id AS sheet, indicator_id AS indicator, value FROM scores JOIN sheets ON sheets.id = sheet_id
           WHERE round_id = ? AND panelist_id = (SELECT min(panelist_id) FROM sheets) ORDER BY indicator_id, sheet_id`,
        )
        .all(secured.panel.id);
      const [first] = rows;
      const second = rows.find(
        ({ indicator, value }) => indicator === first!.indicator && value !== first!.value,
      );
      const set = db.prepare("UPDATE scores SET value = ? WHERE sheet_id = ? AND indicator_id = ?");
      set.run(second!.value, first!.sheet, first!.indicator);
      set.run(first!.value, second!.sheet, second!.indicator);
    });
    expect(stdout).toMatch(/^ {2}Nilai .+ dan .+ oleh .+ tertukar: di basis data \d+ dan \d+, menurut/m);
    expect(stdout.match(/^ {2}\S/gm)).toHaveLength(1);
  });

  test.each<[string, string, RegExp]>([
    [
      "a region renamed",
      "UPDATE regions SET name = 'Madiun' WHERE code = '35.20'",
      /Daerah 35\.20 \(Kabupaten Magetan\): nama di basis data "Madiun"/,
    ],
    [
      "a weight",
      "UPDATE indicators SET weight = '1' WHERE id = (SELECT max(id) FROM indicators)",
      /^ {2}Indikator .+: bobot di basis data 1, /m,
    ],
    [
      "a sealed result",
      "UPDATE seals SET result = replace(result, '\"rank\":1', '\"rank\":2') WHERE version = 1",
      /Hasil tersegel babak .+ versi 1 di basis data bukan yang disegel/,
    ],
    [
      "a signature",
      "DELETE FROM signatures WHERE subject LIKE 'segel/%'",
      /Tanda tangan akun 1 untuk segel babak .+ versi 1 tidak ada di basis data/,
    ],
    ["the seal broken", "DELETE FROM seals", /Segel babak .+ versi 1 tidak ada di basis data/],
    [
      "a guard of the ledger",
      "DROP TRIGGER ledger_never_updated",
      /Pengaman buku catatan dibuang .*ledger_never_updated/,
    ],
    [
      "a guard made harmless",
      "DROP TRIGGER ledger_in_order; CREATE TRIGGER ledger_in_order BEFORE INSERT ON ledger BEGIN SELECT 1; END",
      /Pengaman buku catatan dibuang/,
    ],
    [
      "the edition gone",
      "PRAGMA foreign_keys = OFF; DELETE FROM editions",
      /dihapus dari basis data di luar program/,
    ],
    [
      "security taken off",
      "UPDATE editions SET secured_at = NULL",
      /Pengamanan edisi tidak ada di basis data/,
    ],
  ])("with %s is found", async (_what, sql, sentence) => {
    const { exitCode, stdout } = await verifyChanged((db) => db.exec(sql));
    expect([exitCode, stdout]).toEqual([1, expect.stringMatching(sentence)]);
  });

  test("with an entry of the ledger edited says which, and about what", async () => {
    const { exitCode, stdout } = await verifyChanged((db) =>
      behindTheGuards(db, () =>
        db.exec(
          `UPDATE ledger SET body = replace(body, '"new":"60"', '"new":"61"')
           WHERE seq = (SELECT min(seq) FROM ledger WHERE body LIKE '%"new":"60"%')`,
        ),
      ),
    );
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/Catatan ke-\d+ \(Nilai .+\) tidak lagi seperti saat ditulis/);
  });

  test("with a hash of the ledger that is no hash any more says which entry", async () => {
    const { exitCode, stdout } = await verifyChanged((db) =>
      behindTheGuards(db, () =>
        db.exec(
          "UPDATE ledger SET hash = 'x' || substr(hash, 2) WHERE edition_id = 1 AND seq = (SELECT max(seq) FROM ledger WHERE edition_id = 1)",
        ),
      ),
    );
    expect([exitCode, stdout]).toEqual([
      1,
      expect.stringMatching(/Catatan ke-\d+ .+ tidak lagi seperti saat ditulis/),
    ]);
  });

  test("whose ledger lost its tail is found by the anchor, and by data younger than the ledger", async () => {
    const cut = (db: Database.Database) =>
      behindTheGuards(db, () =>
        db.exec(
          "DELETE FROM ledger WHERE edition_id = 1 AND seq > (SELECT max(seq) - 3 FROM ledger WHERE edition_id = 1)",
        ),
      );
    const { exitCode, stdout } = await verifyChanged(cut);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/ekornya dihapus, atau salinan lama dipulihkan/);
    expect(stdout).toMatch(/Basis data memuat kejadian pada .+ WIB, sesudah catatan terakhir/);
  });

  test("put back from an older day is found by the anchor", async () => {
    const older = folder();
    cpSync(rest, older, { recursive: true });
    const anchor = { "1": { seq: 1_000_000, hash: "0".repeat(64) } };
    writeFileSync(join(older, "kepala.json"), JSON.stringify(anchor));
    const { exitCode, stdout } = await runCommand(["verify", join(older, "lencana.db")]);
    expect([exitCode, stdout]).toEqual([1, expect.stringMatching(/sudah pernah melihat catatan ke-1000000/)]);
    writeFileSync(join(older, "kepala.json"), "{");
    expect((await runCommand(["verify", join(older, "lencana.db")])).stdout).toMatch(
      /kepala\.json di samping basis data rusak/,
    );
  });

  test("on a disk where nothing can be written beside it is read all the same", async () => {
    const place = folder();
    cpSync(rest, place, { recursive: true });
    const db = new Database(join(place, "lencana.db"));
    db.pragma("journal_mode = WAL");
    db.close();
    // SQLite cannot make its shared memory here, as on a write-protected stick.
    mkdirSync(join(place, "lencana.db-shm"));
    expect((await runCommand(["verify", join(place, "lencana.db")])).exitCode).toBe(0);
  });
});

describe("a bundle that the application exported", () => {
  test("is intact, and fits the head of its last seal", async () => {
    const { exitCode, stdout, stderr } = await runCommand([
      "verify",
      join(rest, "bukti.html"),
      "--head",
      sealHead(),
    ]);
    expect(stdout).toMatch(/Utuh\.\n$/);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/versi 1: disegel di catatan ke-\d+, 1 dari 1 tanda tangan/);
    expect(stdout).toMatch(/Kertas: Cocok dengan kepala/);
  });

  test("holds no contact details, and no number of a civil servant", () => {
    expect(readFileSync(join(rest, "bukti.html"), "utf8")).not.toMatch(
      /"nip"|"phone"|"email"|pin_hash|\$scrypt/,
    );
  });

  test("with a changed script or score is not", async () => {
    const changed = join(rest, "berubah.html");
    const html = readFileSync(join(rest, "bukti.html"), "utf8");
    writeFileSync(changed, html.replace("findings.length === 0", "true"));
    const script = await runCommand(["verify", changed]);
    expect([script.exitCode, script.stdout]).toEqual([
      1,
      expect.stringMatching(/Pemeriksa di halaman ini \(SHA-256/),
    ]);
    writeFileSync(changed, html.replace(String.raw`\"new\":\"60\"`, String.raw`\"new\":\"61\"`));
    const data = await runCommand(["verify", changed, "--json"]);
    expect(data.exitCode).toBe(1);
    expect(JSON.parse(data.stdout)).toMatchObject({ kind: "bundle", intact: false });
  });
});

test.each([
  [["verify"]],
  [["verify", "/tidak/ada.db"]],
  [["verify", "package.json", "--head", "ABC"]],
  [["rank", "package.json", "--head", "0000-1111-2222-3333"]],
])("%j is wrong usage", async (args) => {
  expect((await runCommand(args)).exitCode).toBe(2);
});

/** The head right after the last seal, as the minutes print it. */
function sealHead(): string {
  const db = new Database(join(rest, "lencana.db"), { readonly: true });
  const hash = db
    .prepare<[], string>("SELECT hash FROM ledger WHERE subject LIKE 'segel/%' ORDER BY seq DESC LIMIT 1")
    .pluck()
    .get();
  db.close();
  return shortHead(hash!);
}
