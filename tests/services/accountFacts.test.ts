import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommand } from "../../electron/cli.ts";
import { applicationChain, iterateLedger } from "../../electron/database/queries/ledger.ts";
import { readBody } from "../../electron/domain/ledger.ts";
import { walkLedger } from "../../electron/domain/ledgerWalk.ts";
import { accountFacts } from "../../electron/services/accountFacts.ts";
import { verifyDatabase } from "../../electron/services/databaseVerifying.ts";
import { closeContext, createContext } from "../../electron/services/index.ts";
import { sha256 } from "../../electron/services/sha256.ts";
import { about, errorOf, steppingClock } from "../support/application.ts";
import { openSecured, pin, seat, type Secured } from "../support/secured.ts";

let secured: Secured;
beforeEach(async () => {
  secured = await openSecured({ keying: "single" });
});
afterEach(() => secured.close());

/** Something done to the database with another program. */
function outside(sql: string): void {
  const db = new Database(secured.paths.database);
  db.exec(sql);
  db.close();
}

const findings = async () =>
  (await secured.siti.api.security.verify({ editionId: secured.editionId })).findings;

test("the ledger replays to the accounts, through every act on them, and holds no hash that is stored", async () => {
  const { siti, context } = secured;
  const { accounts, recoveryCode } = await siti.api.accounts.create({ name: "Dewi", role: "chair", pin });
  const accountId = accounts.find(({ name }) => name === "Dewi")!.id;
  const { api } = seat(context, "jendela 20", null);
  await errorOf(api.accounts.signIn({ accountId, pin: "000000" }));
  await api.accounts.recover({ accountId, code: recoveryCode, newPin: "135791" });
  await api.accounts.changePin({ accountId, oldPin: "135791", newPin: "864209" });
  await siti.api.accounts.close({ accountId });
  const bodies = [...iterateLedger(context.db, applicationChain)].map((entry) => readBody(entry));
  const { facts, replayFaults } = walkLedger(sha256, iterateLedger(context.db, applicationChain));
  expect(replayFaults).toEqual([]);
  expect(new Map(facts)).toEqual(accountFacts(context.db));
  expect(await findings()).toEqual([]);
  const text = JSON.stringify(bodies);
  for (const row of context.db.prepare("SELECT pin_hash, recovery_hash FROM accounts").raw().all()) {
    for (const stored of row as string[]) expect(text).not.toContain(stored);
  }
  const { entries } = await secured.rudi.api.ledger.list({
    editionId: secured.editionId,
    chain: "accounts",
    regionCode: null,
    panelistKey: null,
    text: "Dewi",
    kind: "all",
    before: null,
    limit: 10,
  });
  expect(entries.map(({ sentence }) => sentence)).toEqual([
    "Akun Dewi (ketua) ditutup.",
    "PIN dan kode pemulihan Dewi (ketua) diganti · oleh pemiliknya.",
    "PIN dan kode pemulihan Dewi (ketua) diganti · dengan kode pemulihan.",
    "PIN salah diketik untuk Dewi (ketua).",
    "Akun Dewi (ketua) dibuat.",
  ]);
});

const pinOfSiti = "(SELECT pin_hash FROM accounts WHERE name = 'Siti')";

test.each([
  [
    "the chair's PIN",
    `UPDATE accounts SET pin_hash = ${pinOfSiti} WHERE name = 'Kadir'`,
    "PIN Kadir (ketua) di basis data bukan yang ada di buku catatan: diganti di luar program.",
  ],
  [
    "a recovery code",
    `UPDATE accounts SET recovery_hash = ${pinOfSiti} WHERE name = 'Andi'`,
    "Kode pemulihan Andi (operator) di basis data bukan yang ada di buku catatan: diganti di luar program.",
  ],
  [
    "a role",
    "UPDATE accounts SET role = 'secretary' WHERE name = 'Andi'",
    "Peran akun Andi (operator) di basis data sekretaris, menurut buku catatan operator.",
  ],
  [
    "a name",
    "UPDATE accounts SET name = 'Andika' WHERE name = 'Andi'",
    'Nama akun Andi (operator) di basis data "Andika", menurut buku catatan "Andi".',
  ],
  [
    "an account closed",
    "UPDATE accounts SET closed_at = '2026-01-01T00:00:00.000Z' WHERE name = 'Andi'",
    "Waktu ditutup akun Andi (operator) di basis data 1 Januari 2026 pukul 07.00.00 WIB, menurut buku catatan kosong.",
  ],
  [
    "an account added",
    `INSERT INTO accounts (name, role, pin_hash, created_at) VALUES ('Tamu', 'chair', ${pinOfSiti}, '2026-01-01T00:00:00.000Z')`,
    "Akun Tamu (ketua) tidak ada di buku catatan: ditambahkan ke basis data di luar program.",
  ],
  [
    "an account removed",
    "PRAGMA foreign_keys = OFF; DELETE FROM accounts WHERE name = 'Pia'",
    "Akun Pia (pengamat) tidak ada lagi di basis data: dihapus di luar program.",
  ],
])(
  "%s changed with another program is found on the screen and by the command line",
  async (_what, sql, sentence) => {
    expect(await findings()).toEqual([]);
    outside(sql);
    expect(await findings()).toEqual([`Akun dan PIN: ${sentence}`]);
    const { exitCode, stdout } = await runCommand(["verify", secured.paths.database]);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining(`\n  ${sentence}\n`)]);
  },
);

test("nobody gets in or signs by a PIN, a code or a role that another program wrote", async () => {
  const { context, siti, kadir, editionId } = secured;
  outside(`UPDATE accounts SET pin_hash = ${pinOfSiti} WHERE name = 'Kadir';
    UPDATE accounts SET role = 'secretary' WHERE name = 'Andi'`);
  const { api } = seat(context, "jendela 20", null);
  for (const name of ["Kadir", "Andi"]) {
    const { id: accountId } = (await api.accounts.list()).find((one) => one.name === name)!;
    expect(await errorOf(api.accounts.signIn({ accountId, pin }))).toMatchObject({
      code: "FORBIDDEN",
      message: `Akun ${name} diubah di luar program, jadi tidak dapat dipakai. Periksa buku catatan di Pengamanan; sekretaris menutup akun ini dan membuat yang baru.`,
    });
  }
  const declared = kadir.api.seals.declare({ editionId, embargoUntil: "2030-01-01T00:00:00.000Z", pin });
  expect(await errorOf(declared)).toMatchObject({ code: "SIGN_IN" });
  const { id: accountId } = (await api.accounts.list()).find(({ name }) => name === "Kadir")!;
  await siti.api.accounts.close({ accountId });
  await siti.api.accounts.create({ name: "Kadir", role: "chair", pin });
  expect(await findings()).toContainEqual(expect.stringMatching(/berangkat dari .+, padahal/));
});

test("accounts from before they were facts are written down once, at the next start, and are then held to it", async () => {
  const { context, paths } = secured;
  outside("DROP TRIGGER ledger_never_deleted; DELETE FROM ledger WHERE edition_id = 0");
  rmSync(`${paths.data}/kepala.json`);
  const accountsFindings = () =>
    verifyDatabase(paths.database, null).chains.find(({ editionId }) => editionId === applicationChain)
      ?.findings ?? [];
  expect(accountsFindings()).toEqual([]);
  await closeContext(context);
  const reopen = async () =>
    closeContext(await createContext({ paths, clock: steppingClock("2026-10-06T02:00:00.000Z"), about }));
  await reopen();
  expect(accountsFindings()).toEqual([]);
  outside(`UPDATE accounts SET pin_hash = ${pinOfSiti} WHERE name = 'Kadir'`);
  await reopen();
  expect(accountsFindings()).toEqual([expect.stringMatching(/^PIN Kadir \(ketua\) di basis data bukan/)]);
  secured = await openSecured({ keying: "single" });
});
