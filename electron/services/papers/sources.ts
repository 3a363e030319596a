import { AppError } from "../../contract/errors.ts";
import type { Paper } from "../../documents/paperData.ts";
import type { Context } from "../context.ts";
import { parseDocumentKey } from "../documentKey.ts";
import { refuseUnderEmbargo } from "../embargo.ts";
import {
  type EditionSource,
  type PaperSource,
  readEditionSource,
  readPaperSource,
  versionsOf,
} from "../paperSource.ts";

/** A paper by its key, with what it is made from. */
export interface SourcedPaper {
  /** @throws AppError where it cannot be made, or must not be shown yet. */
  make: () => Paper;
  /** Round id → version of the sealed results it shows; empty where no correction could revoke it. */
  versions: Record<string, number>;
  /** The rounds whose result it shows, sealed or not. */
  restsOn: number[];
}

/** Finds papers of an edition by key; what they are made from is read once for many. */
export function openPapers(context: Context, editionId: number): (key: string) => Promise<SourcedPaper> {
  const sources = new Map<number, Promise<PaperSource>>();
  const sourceOf = (categoryId: number) => {
    const known = sources.get(categoryId) ?? readPaperSource(context, categoryId);
    sources.set(categoryId, known);
    return known;
  };
  let edition: Promise<EditionSource> | null = null;
  return async (key) => {
    const named = parseDocumentKey(key);
    if (named.of === "edition") {
      edition ??= readEditionSource(context, editionId, sourceOf);
      const source = await edition;
      const restsOn = named.restsOn(source);
      return {
        make() {
          if (named.shows === "winners") {
            for (const category of source.categories) refuseHidden(context, category);
          }
          return named.paper(context, source);
        },
        versions: versionsOf(source, restsOn),
        restsOn,
      };
    }
    const source = await sourceOf(named.categoryOf(context.db));
    if (source.byKeys.editionId !== editionId)
      throw new AppError("NOT_FOUND", "Dokumen ini milik edisi lain.");
    const restsOn = named.restsOn(source);
    return {
      make() {
        const decidedBy = restsOn.at(-1);
        if (named.shows !== "nothing" && decidedBy !== undefined) {
          // A filled sheet ranks nobody: it is withheld with the values, a paper that ranks with the ranking.
          const ranked = named.shows === "values" ? [] : source.ranked;
          refuseUnderEmbargo(context, source.byKeys, decidedBy, ranked);
        }
        return named.paper(context, source);
      },
      versions: versionsOf(source, restsOn),
      restsOn,
    };
  };
}

function refuseHidden(context: Context, { byKeys, ranked }: PaperSource): void {
  const last = byKeys.rounds.at(-1);
  if (last) refuseUnderEmbargo(context, byKeys, last.id, ranked);
}
