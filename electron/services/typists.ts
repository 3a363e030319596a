import { AppError } from "../contract/errors.ts";
import type { ReadDb } from "../database/open.ts";
import { findAccount } from "../database/queries/accounts.ts";
import type { Pass } from "../database/queries/keyings.ts";
import { type KeyedSheet, ownPassOf, type TwoHanded } from "./keyedSheets.ts";
import type { Session } from "./session.ts";

type Account = NonNullable<Session["account"]>;

/** Which pass of a sheet somebody types: their own or the first that is free; a sentence when others have them all. */
export function findPass(
  db: ReadDb,
  account: Account,
  keying: TwoHanded,
  { sheet, name }: { sheet: KeyedSheet; name: () => string },
): Pass | string {
  const own = ownPassOf(sheet, account.id);
  if (own !== null) return own;
  if (findTypist(db, account, sheet) !== null) {
    return `${name()} sudah diketik dengan akun lain atas nama ${account.name}; pengetik kedua harus orang lain. Minta verifikator mengembalikan lembar ini bila harus diketik ulang.`;
  }
  const [first, second] = ([1, 2] as const).map((pass) => sheet.owners.get(pass));
  if (first === undefined) return 1;
  if (keying === "confirm") {
    return `${name()} sudah diketik ${nameOf(db, first)}; orang lain tidak dapat mengubahnya. Minta verifikator mengembalikannya bila harus diketik ulang.`;
  }
  if (second === undefined) return 2;
  return `${name()} sudah diketik dua kali, oleh ${nameOf(db, first)} dan ${nameOf(db, second)}; pengetik ketiga tidak dapat mengubahnya.`;
}

/** Refuses somebody who typed the sheet, under whatever account of that name. */
export function refuseOwnTyping(
  db: ReadDb,
  account: Account,
  { sheet, name }: { sheet: KeyedSheet; name: () => string },
): void {
  const typist = findTypist(db, account, sheet);
  if (typist === null) return;
  throw new AppError(
    "FORBIDDEN",
    `${name()} diketik ${nameOf(db, typist)} sendiri; yang memeriksanya harus orang lain.`,
  );
}

export function nameOf(db: ReadDb, accountId: number): string {
  return findAccount(db, accountId)?.name ?? "akun lain";
}

/** The account, of those that typed the sheet, behind which the same person is; names stand for people. */
function findTypist(db: ReadDb, account: Account, { owners }: KeyedSheet): number | null {
  const plain = (name: string) => name.toLocaleLowerCase("id");
  const same = (id: number) => id === account.id || plain(nameOf(db, id)) === plain(account.name);
  return [...owners.values()].find(same) ?? null;
}
