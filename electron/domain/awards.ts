import type { Award, AwardRecipient, Region } from "./edition.ts";
import { headOfficeLabel, regionLabel } from "./names.ts";
import type { AwardResult, RoundResult } from "./result.ts";

type Recipient = AwardResult["recipients"][number];

/**
 * Who receives an award, best first, by the last round of its category: nobody while that is incomplete, and none of
 * those tied over the last place.
 */
export function awardRecipients(
  award: Award,
  lastRound: RoundResult | null,
  regions: readonly Region[],
): Recipient[] {
  if (!lastRound?.complete) return [];
  const sharing = new Map<number, number>();
  for (const { rank } of lastRound.results) {
    if (rank !== null) sharing.set(rank, (sharing.get(rank) ?? 0) + 1);
  }
  return lastRound.results.flatMap(({ entry, rank }) => {
    if (rank === null || rank + (sharing.get(rank) ?? 1) - 1 > award.places) return [];
    return [{ place: rank, entry, ...addressee(award.recipient, getRegion(regions, entry)) }];
  });
}

/** The name and title a charter is made out to; null where not known yet, and a region has no title. */
export function addressee(recipient: AwardRecipient, region: Region): Pick<Recipient, "name" | "title"> {
  const label = regionLabel(region);
  if (recipient === "region") return { name: label, title: null };
  if (recipient === "agency") return { name: region.agency?.name ?? null, title: label };
  return { name: region.head?.name ?? null, title: headOfficeLabel(region) };
}

function getRegion(regions: readonly Region[], code: string): Region {
  const region = regions.find((each) => each.code === code);
  if (!region) throw new Error(`no region ${code}`);
  return region;
}
