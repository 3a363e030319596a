import type { z } from "zod";
import type { recipient } from "../contract/results.ts";
import type { ReadDb } from "../database/open.ts";
import { listAwards } from "../database/queries/categories.ts";
import { listRegions } from "../database/queries/regions.ts";
import type { CategoryByKeys } from "../database/queries/rules.ts";
import { awardRecipients } from "../domain/awards.ts";
import type { RankedRound } from "../work/rankTask.ts";

export type Recipient = z.infer<typeof recipient>;

/** Who receives the awards of a category by its last round as ranked now. */
export function recipientsOf(db: ReadDb, byKeys: CategoryByKeys, ranked: RankedRound[]): Recipient[] {
  const regions = listRegions(db, byKeys.editionId);
  const labels = new Map(regions.map(({ code, label }) => [code, label]));
  const awards = listAwards(db, byKeys.editionId).filter(({ categoryId }) => categoryId === byKeys.id);
  return awards.flatMap(({ id, key, name, places, recipient: kind }) => {
    const award = { id: key, category: byKeys.category.id, name, places, recipient: kind };
    return awardRecipients(award, ranked.at(-1)?.result ?? null, regions).map(
      ({ place, entry, name: who, title }) => ({
        awardId: id,
        awardName: name,
        place,
        entryId: byKeys.entryIdOf.get(entry)!,
        regionLabel: labels.get(entry)!,
        name: who,
        title,
      }),
    );
  });
}
