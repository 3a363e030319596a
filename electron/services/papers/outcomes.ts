import type { AwardRow } from "../../contract/categories.ts";
import { listCorrections } from "../../database/queries/corrections.ts";
import type { ReadDb } from "../../database/open.ts";
import type { Head } from "../../documents/paperCommon.ts";
import type { AwardGiven, CategoryOutcome } from "../../documents/resultWords.ts";
import { headOfficeLabel } from "../../domain/names.ts";
import { dateOfRound, notesOf, placesOf } from "../roundPaperData.ts";
import { cutName } from "../resultWords.ts";
import type { EditionSource, PaperSource } from "../paperSource.ts";

/** What each category came to, as letters tell it. */
export function outcomesOf({ categories }: EditionSource): CategoryOutcome[] {
  return categories.map((source) => {
    const { byKeys, ranked, documents } = source;
    const last = byKeys.rounds.length - 1;
    const places = placesOf(source, last);
    return {
      category: byKeys.category.name,
      rounds: byKeys.rounds.map(({ id, round }, index) => ({
        name: round.name,
        kind: round.kind,
        date: dateOfRound(source, id),
        entries: ranked[index]!.result.results.length,
        panelists: round.panel.length,
        cut: cutName(round, []),
      })),
      places: (ranked[last]?.result.results ?? []).flatMap(({ entry, rank, total }) =>
        rank === null || rank > places
          ? []
          : [{ place: rank, places, region: labelOf(source, entry), head: headOf(source, entry), total }],
      ),
      minutes: {
        number: documents.get(`minutes/${byKeys.rounds[last]?.id}`)?.number ?? null,
        date: dateOfRound(source, byKeys.rounds[last]?.id ?? 0),
      },
    };
  });
}

/** Every award with whom it goes to, best first. */
export function awardsGiven({ categories }: EditionSource, awards: readonly AwardRow[]): AwardGiven[] {
  return categories.flatMap(({ byKeys, recipients }) =>
    awards
      .filter(({ categoryId }) => categoryId === byKeys.id)
      .map(({ id, name, places, recipient }) => ({
        name,
        category: byKeys.category.name,
        recipient,
        honoured: [...recipients.values()]
          .filter(({ awardId }) => awardId === id)
          .map((one) => ({
            place: one.place,
            places,
            name: one.name,
            position: recipient === "head" ? one.title : null,
            region: one.regionLabel,
          })),
      })),
  );
}

/** Ties, recusals and corrections of every round, told with their category where there are several. */
export function notesOfAll(db: ReadDb, { edition, categories }: EditionSource): string[] {
  const corrections = listCorrections(db, edition.id).filter(({ state }) => state === "done");
  return categories.flatMap((source) =>
    source.byKeys.rounds.flatMap((round, index) => {
      const corrected = corrections
        .filter(({ roundId }) => roundId === round.id)
        .toReversed()
        .map(
          ({ number, reason }) => `Hasil babak ${round.round.name} dikoreksi (koreksi ${number}): ${reason}`,
        );
      return [...notesOf(source, round, source.ranked[index]!), ...corrected].map((note) =>
        categories.length === 1 ? note : `Kategori ${source.byKeys.category.name}: ${note}`,
      );
    }),
  );
}

/** With its type: `Kabupaten Kediri`. */
export function labelOf({ regions }: Pick<PaperSource, "regions">, code: string): string {
  return regions.get(code)!.label;
}

/** Null while there is no name. */
export function headOf({ regions }: Pick<PaperSource, "regions">, code: string): Head | null {
  const region = regions.get(code)!;
  return region.head && { name: region.head.name, office: headOfficeLabel(region) };
}
