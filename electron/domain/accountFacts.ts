import type { Json } from "./canonicalJson.ts";
import type { FactChange } from "./facts.ts";
import { fieldName, showFactValue } from "./factWords.ts";

/** An account as the ledger knows it: of PIN and recovery code only the hash of what is stored of them. */
export interface AccountFact {
  readonly [field: string]: string | null;
  name: string;
  role: string;
  createdAt: string;
  closedAt: string | null;
  /** SHA-256, in hex, of the stored hash of the PIN. */
  pin: string;
  /** The same of the recovery code; null for an account that has none. */
  recovery: string | null;
}

/** What an act did to an account, as a sentence without its full stop: "PIN dan kode pemulihan Kadir (ketua) diganti". */
export function describeAccountAct({ old, new: after }: Pick<FactChange, "old" | "new">): string {
  const [was, is] = [findAccountFact(old), findAccountFact(after)];
  const who = whose(is ?? was);
  if (is === null) return `Akun ${who} dihapus`;
  if (was === null) return `Akun ${who} dibuat`;
  const changed = listChanged(was, is);
  if (changed.includes("closedAt")) return `Akun ${who} ditutup`;
  const secrets = changed.flatMap((field) => secretNames[field] ?? []);
  if (secrets.length === changed.length && secrets.length > 0) {
    return upperFirst(`${secrets.join(" dan ")} ${who} diganti`);
  }
  const parts = changed.map(
    (field) =>
      `${fieldName(field)} dari ${showFactValue(was[field] ?? null, field)} menjadi ${showFactValue(is[field] ?? null, field)}`,
  );
  return `Akun ${who} diubah: ${parts.join("; ")}`;
}

/** Where accounts in the data are not those of the ledger, a sentence each: `old` is what the ledger says. */
export function findAccountFindings({ old, new: now }: Pick<FactChange, "old" | "new">): string[] {
  const [was, is] = [findAccountFact(old), findAccountFact(now)];
  if (is === null) return [`Akun ${whose(was)} tidak ada lagi di basis data: dihapus di luar program.`];
  if (was === null) {
    return [`Akun ${whose(is)} tidak ada di buku catatan: ditambahkan ke basis data di luar program.`];
  }
  return listChanged(was, is).map((field) => {
    const secret = secretNames[field];
    if (secret) {
      return `${upperFirst(secret)} ${whose(was)} di basis data bukan yang ada di buku catatan: diganti di luar program.`;
    }
    return `${upperFirst(fieldName(field))} akun ${whose(was)} di basis data ${showFactValue(is[field] ?? null, field)}, menurut buku catatan ${showFactValue(was[field] ?? null, field)}.`;
  });
}

/** Fields whose values say nothing to anybody. */
const secretNames: Record<string, string> = { pin: "PIN", recovery: "kode pemulihan" };

function listChanged(was: AccountFact, is: AccountFact): string[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (field) => (was[field] ?? null) !== (is[field] ?? null),
  );
}

function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function whose(account: AccountFact | null): string {
  if (account === null) return "tanpa nama";
  return `${account.name} (${showFactValue(account.role, "role")})`;
}

function findAccountFact(value: Json): AccountFact | null {
  return isAccountFact(value) ? value : null;
}

function isAccountFact(value: Json): value is AccountFact & Json {
  return typeof value === "object" && value !== null && "name" in value && "role" in value;
}
