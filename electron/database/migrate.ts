import type Database from "better-sqlite3";
import { AppError } from "../contract/errors.ts";
import { sql as edition } from "./migrations/0001-edition.ts";
import { sql as proof } from "./migrations/0002-proof.ts";
import { sql as statements } from "./migrations/0003-statements.ts";
import { sql as issues } from "./migrations/0004-issues.ts";
import { sql as designs } from "./migrations/0005-designs.ts";
import { sql as office } from "./migrations/0006-office.ts";
import { sql as register } from "./migrations/0007-register.ts";
import { sql as names } from "./migrations/0008-names.ts";
import { sql as pages } from "./migrations/0009-pages.ts";
import { sql as outcomes } from "./migrations/0010-outcomes.ts";
import { sql as reasons } from "./migrations/0011-reasons.ts";
import { sql as issuedBytes } from "./migrations/0012-issuedBytes.ts";
import { sql as forms } from "./migrations/0013-forms.ts";

/** In order, never changed once released: `user_version` counts how many have been applied. */
export const migrations: readonly string[] = [
  edition,
  proof,
  statements,
  issues,
  designs,
  office,
  register,
  names,
  pages,
  outcomes,
  reasons,
  issuedBytes,
  forms,
];

/** How many migrations the database still lacks; a database from a newer Lencana is refused. */
export function pendingMigrations(db: Database.Database, known = migrations): number {
  const version = Number(db.pragma("user_version", { simple: true }));
  if (version > known.length) {
    throw new AppError(
      "STORAGE",
      `Data ini dibuat oleh Lencana yang lebih baru (skema ${version}, aplikasi ini mengenal ${known.length}). Pasang Lencana terbaru, lalu buka lagi; data tidak diubah.`,
    );
  }
  return known.length - version;
}

/** Applies what is pending, each in its own transaction with its number. */
export function migrate(db: Database.Database, known = migrations): void {
  const first = known.length - pendingMigrations(db, known);
  for (let index = first; index < known.length; index++) {
    db.transaction(() => {
      db.exec(known[index]!);
      db.pragma(`user_version = ${index + 1}`);
    }).immediate();
  }
}
