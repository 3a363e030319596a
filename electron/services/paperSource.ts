import type { EditionRow } from "../contract/editions.ts";
import { AppError } from "../contract/errors.ts";
import type { PanelistRow } from "../contract/panelists.ts";
import type { RegionRow } from "../contract/regions.ts";
import type { SettingsView } from "../contract/settings.ts";
import type { ReadDb } from "../database/open.ts";
import { isSecured } from "../database/queries/accounts.ts";
import { listCategories } from "../database/queries/categories.ts";
import { listDocuments, type StoredDocument } from "../database/queries/documents.ts";
import { findHashOf, findHead } from "../database/queries/ledger.ts";
import type { StoredEvent } from "../database/queries/office.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { findEmblem, type Picture as StoredPicture } from "../database/queries/pictures.ts";
import { listRegions } from "../database/queries/regions.ts";
import type { CategoryByKeys, RoundByKeys } from "../database/queries/rules.ts";
import type { CharterDesign, Letterhead, Paper, Picture, Proof } from "../documents/paperData.ts";
import { factPath } from "../domain/facts.ts";
import { shortHead } from "../domain/ledger.ts";
import { listSeals } from "../database/queries/security.ts";
import type { RankedRound } from "../work/rankTask.ts";
import type { Context } from "./context.ts";
import { getCategoryByKeys, getEdition } from "./lookup.ts";
import { type OfficeData, readEvent, readOffice } from "./officeData.ts";
import { type Recipient, recipientsOf } from "./recipients.ts";
import { charterDesignsOf } from "./charterDesign.ts";
import { pictureForPaper } from "./pictureFile.ts";
import { alteredSentence, isOfficial, sealStanding } from "./roundAtWork.ts";
import { findRuleBookInForce } from "./ruleBookContent.ts";
import { settingsOf } from "./settings.ts";
import { signatureWords, statementsOf } from "./tieStatements.ts";

/** What any paper is made from, of one category or of a whole edition. */
export interface PaperGround {
  edition: EditionRow;
  regions: Map<string, RegionRow>;
  panelists: Map<number, PanelistRow>;
  documents: Map<string, StoredDocument>;
  office: OfficeData;
  settings: SettingsView;
  /** Rounds whose result is official: final, and sealed where the edition is secured. */
  official: Set<number>;
  /** Rounds whose result is no longer what was sealed. */
  altered: Set<number>;
  /** Round id → version of its sealed result. */
  versions: Map<number, number>;
  /** Short hash of the rule book in force, and the ledger's heads; null on an open edition. */
  proof: { ruleBook: string | null; heads: Map<number, string>; present: string | null } | null;
  emblems: { letterhead: Picture | null; governor: Picture | null };
}

/** Everything the papers of one category are made from, read once for many of them. */
export interface PaperSource extends PaperGround {
  byKeys: CategoryByKeys;
  ranked: RankedRound[];
  /** Round id → when and where it is held. */
  events: Map<number, StoredEvent>;
  /** By `award id/entry id`. */
  recipients: Map<string, Recipient>;
  /** How the statements of ties were signed, by `round id/panelist id`; empty on an open edition. */
  statements: Map<string, string>;
  /** How charters look, by award id. */
  designs: Map<number, CharterDesign>;
}

/** The same of a whole edition. */
export interface EditionSource extends PaperGround {
  categories: PaperSource[];
}

/** What the papers of a whole edition are made from; `sourceOf` reads a category's, or has it already. */
export async function readEditionSource(
  context: Context,
  editionId: number,
  sourceOf: (categoryId: number) => Promise<PaperSource>,
): Promise<EditionSource> {
  const { db } = context;
  const categories: PaperSource[] = [];
  for (const { id } of listCategories(db, editionId)) categories.push(await sourceOf(id));
  const present = isSecured(db, editionId) ? presentProof(db, editionId) : null;
  return {
    ...readEditionGround(db, editionId),
    categories,
    official: new Set(categories.flatMap(({ official }) => [...official])),
    altered: new Set(categories.flatMap(({ altered }) => [...altered])),
    versions: new Map(categories.flatMap(({ versions }) => [...versions])),
    proof: present && {
      ...present,
      heads: new Map(categories.flatMap(({ proof }) => [...(proof?.heads ?? [])])),
    },
  };
}

export async function readPaperSource(context: Context, categoryId: number): Promise<PaperSource> {
  const { db } = context;
  const ranked = await context.rankings.ranked(categoryId, { withStandings: true });
  const byKeys = getCategoryByKeys(db, categoryId);
  return {
    ...readEditionGround(db, byKeys.editionId),
    byKeys,
    ranked,
    events: new Map(byKeys.rounds.map(({ id }) => [id, readEvent(db, id)])),
    recipients: new Map(
      recipientsOf(db, byKeys, ranked).map((one) => [`${one.awardId}/${one.entryId}`, one]),
    ),
    designs: charterDesignsOf({ db, resources: context.paths.resources, editionId: byKeys.editionId }),
    official: new Set(ranked.flatMap((round) => (isOfficial(db, byKeys, round) ? [round.roundId] : []))),
    altered: new Set(
      ranked.flatMap((round) => (sealStanding(db, round) === "altered" ? [round.roundId] : [])),
    ),
    versions: new Map(
      byKeys.rounds.flatMap(({ id }) => {
        const newest = listSeals(db, id).at(-1);
        return newest ? [[id, newest.version] as const] : [];
      }),
    ),
    statements: readStatements(db, byKeys),
    proof: readProof(db, byKeys),
  };
}

function readEditionGround(db: ReadDb, editionId: number) {
  return {
    edition: getEdition(db, editionId),
    regions: new Map(listRegions(db, editionId).map((region) => [region.code, region])),
    panelists: new Map(listPanelists(db, editionId).map((panelist) => [panelist.id, panelist])),
    documents: new Map(listDocuments(db, editionId).map((document) => [document.key, document])),
    office: readOffice(db, editionId),
    ...readLetterhead(db),
  };
}

/** What every paper carries, by the key it is stored under. */
export function commonOf(
  source: PaperGround,
  key: string,
  rancangan: boolean,
  roundIds: readonly number[],
): Pick<Paper, "contoh" | "rancangan" | "paper" | "editionTitle" | "year" | "proof"> {
  if (roundIds.some((id) => source.altered.has(id))) throw new AppError("CONFLICT", alteredSentence);
  return {
    proof: proofOf(source, roundIds),
    contoh: source.edition.sample,
    rancangan,
    paper: source.documents.get(key)?.paperSize ?? source.settings.paperSize,
    editionTitle: source.edition.title,
    year: source.edition.year,
  };
}

/** The versions of the sealed results a paper is printed from, by round id; empty while one is not sealed. */
export function versionsOf({ versions }: PaperGround, roundIds: readonly number[]): Record<string, number> {
  return Object.fromEntries(
    roundIds.flatMap((id) => (versions.has(id) ? [[String(id), versions.get(id)!]] : [])),
  );
}

function proofOf(source: PaperGround, roundIds: readonly number[]): Proof | null {
  if (!source.proof) return null;
  const last = roundIds.at(-1);
  return {
    ruleBook: source.proof.ruleBook,
    version: (last !== undefined && source.versions.get(last)) || null,
    serial: null,
    head: (last !== undefined && source.proof.heads.get(last)) || source.proof.present,
  };
}

function readStatements(db: ReadDb, { editionId, rounds }: CategoryByKeys): PaperSource["statements"] {
  if (!isSecured(db, editionId)) return new Map();
  return new Map(
    rounds.flatMap(({ id, stored }) =>
      statementsOf(db, stored).map((one) => [`${id}/${one.panelistId}`, signatureWords(one)] as const),
    ),
  );
}

/** A sealed round's head is that of its seal's own entry: it stays what the minutes were printed with. */
function readProof(db: ReadDb, byKeys: CategoryByKeys): PaperSource["proof"] {
  const { editionId } = byKeys;
  if (!isSecured(db, editionId)) return null;
  const heads = new Map<number, string>();
  for (const { id, round } of byKeys.rounds) {
    const newest = listSeals(db, id).at(-1);
    const path = newest && factPath("segel", byKeys.category.id, round.id, newest.version);
    const hash = path && findHashOf(db, editionId, path);
    if (hash) heads.set(id, shortHead(hash));
  }
  return { ...presentProof(db, editionId), heads };
}

function presentProof(db: ReadDb, editionId: number) {
  const present = findHead(db, editionId);
  return {
    ruleBook: findRuleBookInForce(db, editionId)?.short ?? null,
    present: present && shortHead(present.hash),
  };
}

/** What the letterhead of any paper is made from. */
export function readLetterhead(db: ReadDb): Pick<PaperGround, "settings" | "emblems"> {
  return {
    settings: settingsOf(db),
    emblems: {
      letterhead: toPicture(findEmblem(db, "letterhead")),
      governor: toPicture(findEmblem(db, "governor")),
    },
  };
}

export function letterheadOf({ settings, emblems }: Pick<PaperGround, "settings" | "emblems">): Letterhead {
  const { lines, address } = settings.letterhead;
  return { lines, emblem: emblems.letterhead, address: address === "" ? null : address };
}

/** A round of the source with its ranking, or a sentence that it is gone. */
export function getSourceRound(
  { byKeys, ranked }: PaperSource,
  roundId: number,
): { round: RoundByKeys; ranked: RankedRound; index: number } {
  const index = byKeys.rounds.findIndex(({ id }) => id === roundId);
  const round = byKeys.rounds[index];
  const result = ranked[index];
  if (!round || !result)
    throw new AppError("NOT_FOUND", "Babak dokumen ini sudah tidak ada. Muat ulang daftar dokumen.");
  return { round, ranked: result, index };
}

function toPicture(picture: StoredPicture | null): Picture | null {
  return picture && pictureForPaper(picture);
}
