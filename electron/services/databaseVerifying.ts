import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { AppError } from "../contract/errors.ts";
import { pendingMigrations } from "../database/migrate.ts";
import { openToRead, type ReadDb } from "../database/open.ts";
import { findEdition } from "../database/queries/editions.ts";
import { applicationChain } from "../database/queries/ledger.ts";
import { listChains } from "../database/queries/ledgerCheck.ts";
import { factParts } from "../domain/facts.ts";
import { describeMatch, hashStart } from "../verifier/head.ts";
import { type Anchor, anchorName, readAnchor } from "./anchor.ts";
import { findSchemaFindings, verifyChain, type Verification } from "./ledgerVerifying.ts";

export interface DatabaseReport {
  kind: "database";
  chains: (Verification & { editionId: number; title: string })[];
  /** What concerns no single chain. */
  findings: string[];
  /** What a code typed from paper says; null when none was typed. */
  paper: { fits: boolean; sentence: string } | null;
}

/** Verifies every ledger of a database file, which may be open in the application: it is only read, as of one moment. */
export function verifyDatabase(file: string, typed: string | null): DatabaseReport {
  // Before the database, so that what is written meanwhile makes the ledger longer than its anchor, never shorter.
  const anchors = readAnchor(dirname(file));
  return withDatabase(file, (db) => {
    if (pendingMigrations(db) > 0) {
      throw new AppError(
        "STORAGE",
        `${basename(file)} dibuat oleh Lencana yang lebih lama. Buka sekali dengan Lencana ini, lalu periksa lagi.`,
      );
    }
    return db.transaction(() => verifyAll(db, file, anchors, typed))();
  });
}

function verifyAll(db: ReadDb, file: string, anchors: Anchor, typed: string | null): DatabaseReport {
  const start = typed === null ? null : hashStart(typed);
  let paper: DatabaseReport["paper"] = null;
  /** Editions whose very last entry stands on the paper. */
  const vouched = new Set<number>();
  const ids = [...new Set([...listChains(db), ...Object.keys(anchors).map(Number)])];
  const chains = ids.map((editionId) => {
    let seen: number | null = null;
    const sealed: { seq: number; subject: string }[] = [];
    const { verification, names } = verifyChain(db, editionId, anchors, ({ seq, hash }, act) => {
      if (act?.old === null && act.subject.startsWith("segel/")) sealed.push({ seq, subject: act.subject });
      if (start !== null && hash.startsWith(start)) seen = seq;
    });
    const title =
      editionId === applicationChain
        ? "Aplikasi (akun dan PIN)"
        : (findEdition(db, editionId)?.title ?? "edisi yang dihapus");
    if (seen !== null) {
      const seals = sealed.map(({ seq, subject }) => {
        const [, category = "", round = "", version = ""] = factParts(subject);
        return { seq, name: `${names.round(category, round)} versi ${version}` };
      });
      const { fits, sentence } = describeMatch(seen, verification.entries, seals);
      paper = { fits, sentence: `${title}: ${sentence}` };
      if (seen === verification.entries) vouched.add(editionId);
    }
    return { editionId, title, ...verification };
  });
  if (typed !== null && paper === null) {
    const sentence =
      "Kode itu tidak ada di buku catatan mana pun di basis data ini: kertasnya dicetak dari buku catatan yang lain, atau buku catatannya disusun ulang.";
    paper = { fits: false, sentence };
  }
  const unproven = chains.some(
    ({ editionId, entries }) => editionId !== applicationChain && entries > 0 && !vouched.has(editionId),
  );
  return {
    kind: "database",
    chains,
    findings: [...findSchemaFindings(db), ...findLostAnchor(file, unproven)],
    paper,
  };
}

/**
 * An anchor that cannot be read would keep silent, and so would one that is not there: the application writes it when it
 * secures an edition, so a ledger without it is a copy, perhaps of an older day, unless a paper shows its last entry.
 */
function findLostAnchor(file: string, unproven: boolean): string[] {
  const folder = dirname(file);
  if (!existsSync(join(folder, anchorName))) {
    if (!unproven) return [];
    return [
      `Berkas ${anchorName} tidak ada di samping basis data, jadi tidak dapat dipastikan bahwa buku catatan ini sampai ke catatan terakhir: mungkin ini salinan lama. Periksa basis data di foldernya sendiri, atau cocokkan dengan --head dari kertas yang terbaru.`,
    ];
  }
  if (Object.keys(readAnchor(folder)).length > 0) return [];
  return [`Berkas ${anchorName} di samping basis data rusak, jadi ekor buku catatan tidak dapat dicocokkan.`];
}

/** Opens a database where it lies, or a copy of it where nothing can be written beside it, as on a read-only disk. */
function withDatabase<T>(file: string, work: (db: ReadDb) => T): T {
  const open = (path: string) => {
    const db = openToRead(path);
    try {
      // The first read is what needs the files beside it.
      db.pragma("user_version");
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  };
  let folder: string | null = null;
  let db: ReadDb | null = null;
  try {
    try {
      db = open(file);
    } catch (error) {
      if (!isCannotOpen(error)) throw error;
      folder = mkdtempSync(join(tmpdir(), "lencana-periksa-"));
      const copy = join(folder, "lencana.db");
      copyFileSync(file, copy);
      if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
      db = open(copy);
    }
    return work(db);
  } finally {
    db?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  }
}

function isCannotOpen(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_CANTOPEN");
}
