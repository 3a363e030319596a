import type { Charter, Paper } from "./paperData.ts";

/**
 * Puts charters in the order in which the ceremony hands them out, as the script calls them: each category from its lowest
 * place up, and at a place one award after the other. Everything else stays where it is.
 */
export function inHandingOrder<Member extends { paper: Paper }>(papers: readonly Member[]): Member[] {
  const given = papers.flatMap((member) => {
    const charter = charterOf(member.paper);
    return charter ? [{ member, charter }] : [];
  });
  const categories = inOrder(given.map(({ charter }) => charter.category));
  const awards = inOrder(given.map(({ charter }) => charter.award));
  const sorted = given.toSorted(
    ({ charter: one }, { charter: other }) =>
      categories.indexOf(one.category) - categories.indexOf(other.category) ||
      (other.place ?? 0) - (one.place ?? 0) ||
      awards.indexOf(one.award) - awards.indexOf(other.award),
  );
  const next = sorted.values();
  return papers.map((member) => (charterOf(member.paper) ? next.next().value!.member : member));
}

/** The charter of one who won; null for any other paper. */
function charterOf(paper: Paper): Charter | null {
  const [charter] = paper.kind === "charter" ? paper.charters : [];
  return charter && charter.recipient.kind !== "panelist" ? charter : null;
}

function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)];
}
