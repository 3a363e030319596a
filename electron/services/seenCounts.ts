import type { SeenCount } from "../contract/register.ts";
import { listPrints } from "../database/queries/register.ts";
import { listSeenPages } from "../database/queries/seen.ts";
import { paperKindOf } from "../domain/paperKinds.ts";
import type { Context } from "./context.ts";
import { parseDocumentKey } from "./documentKey.ts";
import { listPapers } from "./documentList.ts";
import { kinds } from "./papers/index.ts";
import { readPapers } from "./readPapers.ts";
import { revokedGroup } from "./revokedPapers.ts";

/** Papers that the edition calls for, held against the sheets that were seen. */
export async function countSeen(context: Context, editionId: number): Promise<SeenCount[]> {
  const counted = new Set(kinds.flatMap(({ kind, seen }) => (seen === "must" ? [kind] : [])));
  const rank = ({ kind }: { kind: string }) => (kind === "charter" ? 0 : 1);
  const papersOfEdition = await listPapers(context, editionId);
  const called = papersOfEdition
    .toSorted((one, other) => rank(one) - rank(other))
    .filter(
      ({ key, kind, state, group }) =>
        counted.has(kind) &&
        group !== revokedGroup &&
        (state === "ready" || state === "printed" || state === "revoked" || isAwarded(key)),
    );
  const { whole, partly, typed } = readSeen(context, editionId);
  const printed = new Set(called.filter(({ state }) => state === "printed").map(({ key }) => key));
  const toRead = called.map(({ key }) => key).filter((key) => printed.has(key) || partly.has(key));
  const { papers } = await readPapers(context, editionId, toRead, { keepGoing: true });
  const present = new Map(papers.map(({ key, issue }) => [key, issue?.serial]));
  const isOf = (key: string, serials: Iterable<string>) =>
    [...serials].some((one) => one === present.get(key));
  const isSeen = (key: string) => printed.has(key) && isOf(key, whole.get(key) ?? []);
  const isOutdated = (key: string) => {
    const serials = [...(printed.has(key) ? (whole.get(key) ?? []) : []), ...(partly.get(key)?.keys() ?? [])];
    return serials.length > 0 && !isOf(key, serials);
  };
  const lackingOf = (key: string) => partly.get(key)?.get(present.get(key) ?? "") ?? [];
  // What nobody calls for any more is named by the list of papers as revoked, not here as missing.
  return Array.from(
    Map.groupBy(called, ({ group, kind }) => `${kind} ${group}`).values(),
    (members): SeenCount => {
      const named = members.map(({ key, title }) => ({ key, title }));
      const whyNot = new Map(members.map(({ key, state, why }) => [key, state === "blocked" ? why : ""]));
      return {
        group: members[0]!.group,
        what: paperKindOf(members[0]!.key) ?? "Dokumen",
        called: members.length,
        seen: named.filter(({ key }) => isSeen(key)).length,
        typed: named.filter(({ key }) => isSeen(key) && isOf(key, typed)).length,
        missing: named
          .filter(({ key }) => !isSeen(key))
          .map((one) => ({ ...one, lacking: lackingOf(one.key), why: whyNot.get(one.key) ?? "" })),
        outdated: named.filter(({ key }) => isOutdated(key)),
      };
    },
  );
}

/** Of a charter that somebody is given, whether or not it can be made yet: the counts match the awards. */
function isAwarded(key: string): boolean {
  const { kind, at } = parseDocumentKey(key);
  return kind === "charter" && at.entryId !== undefined && at.entryId !== 0;
}

/**
 * By the key of their paper: serials that were seen whole, and of the others that were seen in part the pages that lack;
 * and those of which something was only typed.
 */
function readSeen({ db }: Context, editionId: number) {
  const pages = Map.groupBy(listSeenPages(db, editionId), ({ serial }) => serial);
  const whole = new Map<string, string[]>();
  const partly = new Map<string, Map<string, number[]>>();
  const typed = new Set<string>();
  for (const { key, serial, seenAt, seenHow, revokedAt, pages: of } of listPrints(db, editionId)) {
    if (revokedAt !== null) continue;
    const seen = pages.get(serial);
    if (seenHow === "typed" || seen?.some((page) => page.seenHow === "typed")) typed.add(serial);
    if (seenAt !== null) whole.set(key, [...(whole.get(key) ?? []), serial]);
    else if (seen && of !== null) {
      const lacking = lackingPages(of, new Set(seen.map(({ page }) => page)));
      partly.set(key, (partly.get(key) ?? new Map<string, number[]>()).set(serial, lacking));
    }
  }
  return { whole, partly, typed };
}

/** The pages of a paper that were not seen, in their order. */
export function lackingPages(of: number, seen: ReadonlySet<number>): number[] {
  return Array.from({ length: of }, (_, index) => index + 1).filter((page) => !seen.has(page));
}
