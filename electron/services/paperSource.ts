import type { EditionRow } from "../contract/editions.ts";
import { AppError } from "../contract/errors.ts";
import type { PanelistRow } from "../contract/panelists.ts";
import type { RegionRow } from "../contract/regions.ts";
import type { SettingsView } from "../contract/settings.ts";
import { listDocuments, type StoredDocument } from "../database/queries/documents.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { findEmblem, type Picture as StoredPicture } from "../database/queries/pictures.ts";
import { listRegions } from "../database/queries/regions.ts";
import type { CategoryByKeys, RoundByKeys } from "../database/queries/rules.ts";
import type { Letterhead, Paper, Picture } from "../documents/paperData.ts";
import type { RankedRound } from "../work/rankTask.ts";
import type { Context } from "./context.ts";
import { getCategoryByKeys, getEdition } from "./lookup.ts";
import { type Recipient, recipientsOf } from "./recipients.ts";
import { settingsOf } from "./settings.ts";

/** Everything the papers of one category are made from, read once for many of them. */
export interface PaperSource {
  edition: EditionRow;
  byKeys: CategoryByKeys;
  ranked: RankedRound[];
  regions: Map<string, RegionRow>;
  panelists: Map<number, PanelistRow>;
  documents: Map<string, StoredDocument>;
  /** By `award id/entry id`. */
  recipients: Map<string, Recipient>;
  settings: SettingsView;
  emblems: { letterhead: Picture | null; governor: Picture | null };
}

export async function readPaperSource(context: Context, categoryId: number): Promise<PaperSource> {
  const { db } = context;
  const ranked = await context.rankings.ranked(categoryId, { withStandings: true });
  const byKeys = getCategoryByKeys(db, categoryId);
  return {
    edition: getEdition(db, byKeys.editionId),
    byKeys,
    ranked,
    regions: new Map(listRegions(db, byKeys.editionId).map((region) => [region.code, region])),
    panelists: new Map(listPanelists(db, byKeys.editionId).map((panelist) => [panelist.id, panelist])),
    documents: new Map(listDocuments(db, byKeys.editionId).map((document) => [document.key, document])),
    recipients: new Map(
      recipientsOf(db, byKeys, ranked).map((one) => [`${one.awardId}/${one.entryId}`, one]),
    ),
    settings: settingsOf(db),
    emblems: {
      letterhead: toPicture(findEmblem(db, "letterhead")),
      governor: toPicture(findEmblem(db, "governor")),
    },
  };
}

/** What every paper carries, by the key it is stored under. */
export function commonOf(
  { edition, documents, settings }: PaperSource,
  key: string,
  rancangan: boolean,
): Pick<Paper, "contoh" | "rancangan" | "paper" | "editionTitle" | "year"> {
  return {
    contoh: edition.sample,
    rancangan,
    paper: documents.get(key)?.paperSize ?? settings.paperSize,
    editionTitle: edition.title,
    year: edition.year,
  };
}

export function letterheadOf({ settings, emblems }: PaperSource): Letterhead {
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
  if (!picture) return null;
  const format = ({ "image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg" } as const)[picture.mime];
  return { format, base64: Buffer.from(picture.bytes).toString("base64") };
}
