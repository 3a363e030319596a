import { dirname } from "node:path";
import { z } from "zod";
import { AppError } from "../contract/errors.ts";
import type { ReadDb } from "../database/open.ts";
import { findEdition } from "../database/queries/editions.ts";
import { applicationChain, iterateLedger } from "../database/queries/ledger.ts";
import {
  findDesignPicture,
  listDesignPictures,
  listDesigns,
  type StoredDesign,
} from "../database/queries/designs.ts";
import { findHashAt, listSealedTexts } from "../database/queries/ledgerCheck.ts";
import { listSchemaChanges } from "../database/schemaCheck.ts";
import { describeChainFault, describeReplayFault, findFactFindings } from "../domain/factFindings.ts";
import { type FactNames, namesFromFacts } from "../domain/factNames.ts";
import type { Json } from "../domain/canonicalJson.ts";
import { type LedgerEntry, shortHead } from "../domain/ledger.ts";
import type { WalkedAct } from "../domain/ledgerScan.ts";
import { walkLedger, type Walk } from "../domain/ledgerWalk.ts";
import { accountFacts, isUnrecorded } from "./accountFacts.ts";
import { type Anchor, readAnchor } from "./anchor.ts";
import { designHash, picturesOf, readStored } from "./charterDesign.ts";
import { allFacts } from "./editionFacts.ts";
import { sha256 } from "./sha256.ts";

const accountHead = z.object({ seq: z.number().int(), hash: z.string() });

export interface Verification {
  entries: number;
  head: string;
  shortHead: string;
  /** What was changed outside the application, a sentence each; none where all is intact. */
  findings: string[];
}

/** Walks an edition's ledger, replays it, and holds it against the data and the anchor beside the database. */
export function verifyEdition(db: ReadDb, editionId: number): Verification {
  const anchors = readAnchor(dirname(db.name));
  const { verification } = verifyChain(db, editionId, anchors);
  // Whose PIN and role it was that signed stands in the application's own chain.
  const accounts = verifyChain(db, applicationChain, anchors).verification.findings;
  return {
    ...verification,
    findings: [
      ...findSchemaFindings(db),
      ...verification.findings,
      ...accounts.map((finding) => `Akun dan PIN: ${finding}`),
    ],
  };
}

/** Nobody signs over data that were changed outside the application: their name would stand under the change. */
export function refuseAltered(db: ReadDb, editionId: number): void {
  const { findings } = verifyEdition(db, editionId);
  if (findings.length === 0) return;
  throw new AppError(
    "CONFLICT",
    `Data tidak sama dengan buku catatan, jadi tidak ada yang dapat ditandatangani: ${findings[0]}`,
    { problems: findings.map((message) => ({ path: "buku catatan", message })) },
  );
}

/** The same for any chain, also of an edition that is gone; `watch` sees every entry. */
export function verifyChain(
  db: ReadDb,
  chain: number,
  anchors: Anchor,
  watch: (entry: LedgerEntry, act: WalkedAct | null) => void = () => {},
): { verification: Verification; names: FactNames } {
  const anchor = anchors[String(chain)];
  let anchored: string | null = null;
  const accountHeads: Json[] = [];
  const walk = walkLedger(sha256, iterateLedger(db, chain), (entry, act) => {
    if (entry.seq === anchor?.seq) anchored = entry.hash;
    if (act?.act === "akun.kepala") accountHeads.push(act.new);
    watch(entry, act);
  });
  // Names as the ledger has them: those in the data may be what was changed.
  const names = namesFromFacts(walk.facts);
  const findings = [
    ...walk.chainFaults.map((fault) => describeChainFault(fault, names)),
    ...walk.replayFaults.map((fault) => describeReplayFault(fault, names)),
    ...(anchor && anchored !== anchor.hash ? [anchorSentence(anchor.seq, walk.length)] : []),
    ...findReplacedAccounts(db, accountHeads),
    ...(chain === applicationChain
      ? findAccountsFindings(db, walk, names)
      : findDataFindings(db, chain, walk, names)),
  ];
  const { length: entries, head } = walk;
  return { verification: { entries, head, shortHead: shortHead(head), findings }, names };
}

/** What signatures pinned of the application's own chain must still stand there. */
function findReplacedAccounts(db: ReadDb, heads: readonly Json[]): string[] {
  const replaced = heads
    .map((head) => accountHead.parse(head))
    .find(({ seq, hash }) => findHashAt(db, applicationChain, seq) !== hash);
  return replaced
    ? [`Buku catatan akun bukan yang ada saat ditandatangani: catatan ke-${replaced.seq} lain atau hilang.`]
    : [];
}

/** Nothing to hold accounts against where the ledger is from before they were facts. */
function findAccountsFindings(db: ReadDb, walk: Walk, names: FactNames): string[] {
  if (walk.facts.size === 0 && isUnrecorded(db)) return [];
  return findFactFindings(accountFacts(db), walk.facts, names, walk.latestAt);
}

function findDataFindings(db: ReadDb, editionId: number, walk: Walk, names: FactNames): string[] {
  if (!findEdition(db, editionId)) {
    if (walk.facts.size === 0) return [];
    return ["Edisi ini ada di buku catatan, tetapi dihapus dari basis data di luar program."];
  }
  try {
    return [
      ...findFactFindings(allFacts(db, editionId), walk.facts, names, walk.latestAt),
      ...findAlteredTexts(db, editionId, names),
      ...findAlteredDesigns(db, editionId),
    ];
  } catch (error) {
    // The application writes nothing that it cannot read again: whatever the error, that is what it says.
    const what = error instanceof Error ? error.message : String(error);
    return [`Data edisi ini tidak dapat dibaca lagi, jadi diubah atau rusak di luar program (${what}).`];
  }
}

function anchorSentence(seq: number, length: number): string {
  return length < seq
    ? `Buku catatan berakhir di catatan ke-${length}, padahal aplikasi sudah pernah melihat catatan ke-${seq}: ekornya dihapus, atau salinan lama dipulihkan.`
    : `Catatan ke-${seq} bukan yang dilihat aplikasi: basis data ini bukan kelanjutan dari yang lama.`;
}

/** The facts hold the hashes of designs, and those the hashes of their pictures; here the things themselves. */
function findAlteredDesigns(db: ReadDb, editionId: number): string[] {
  const designs = listDesigns(db, editionId);
  const altered = designs.filter((one) => !isIntact(one));
  const pictures = listDesignPictures(db, editionId);
  const changed = pictures.filter(({ hash }) => {
    const picture = findDesignPicture(db, editionId, hash);
    return picture === null || sha256(picture.bytes) !== hash;
  });
  const kept = new Set(pictures.map(({ hash }) => hash));
  const bare = designs.filter(
    (one) => !altered.includes(one) && picturesOf(readStored(one)).some((hash) => !kept.has(hash)),
  );
  return [
    ...altered.map(
      ({ name }) => `Isi rancangan piagam "${name}" di basis data bukan yang disimpan di aplikasi.`,
    ),
    ...changed.map(
      ({ name }) => `Gambar "${name}" untuk piagam di basis data bukan yang dimuat di aplikasi.`,
    ),
    ...bare.map(({ name }) => `Gambar yang dipakai rancangan piagam "${name}" hilang dari basis data.`),
  ];
}

function isIntact({ content, source, hash }: StoredDesign): boolean {
  try {
    const design = readStored({ content });
    return JSON.stringify(design) === content && designHash(design, source) === hash;
  } catch {
    return false;
  }
}

/** The facts hold the hashes of rule books and results; here the texts themselves. */
function findAlteredTexts(db: ReadDb, editionId: number, names: FactNames): string[] {
  return listSealedTexts(db, editionId)
    .filter(({ text, hash }) => sha256(text) !== hash)
    .map(({ what, category, round, version }) =>
      what === "ruleBook"
        ? `Isi tata nilai versi ${version} di basis data bukan yang ditandatangani.`
        : `Hasil tersegel babak ${names.round(category ?? "", round ?? "")} versi ${version} di basis data bukan yang disegel.`,
    );
}

/** Whoever wants to change the ledger has to take its guards away first; and without its constraints data can be anything. */
export function findSchemaFindings(db: ReadDb): string[] {
  const changes = listSchemaChanges(db);
  const guards = changes.filter(
    ({ type, table, is }) => type === "trigger" && table === "ledger" && is !== "added",
  );
  const others = changes.filter((change) => !guards.includes(change));
  const taken = guards.map(({ name }) => name).join(", ");
  return [
    ...(guards.length > 0
      ? [`Pengaman buku catatan dibuang dari basis data di luar program: ${taken}.`]
      : []),
    ...others.map(
      ({ type, name, is }) =>
        `Susunan basis data diubah di luar program: ${schemaNouns[type]} ${name} ${schemaVerbs[is]}.`,
    ),
  ];
}

const schemaNouns = { table: "tabel", index: "indeks", trigger: "pemicu", view: "tampilan" };
const schemaVerbs = { gone: "dibuang", changed: "diubah", added: "ditambahkan" };
