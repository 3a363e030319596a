import type { Paper } from "./paperData.ts";

/** Papers that go into one PDF, one after the other, and that PDF's paper. */
export interface Combined<Member> {
  paper: Paper;
  members: Member[];
}

/** Puts papers of one kind and one make-up together, in order; minutes and recaps always stand alone. */
export function combinePapers<Member extends { paper: Paper }>(
  papers: readonly Member[],
): Combined<Member>[] {
  const groups = new Map<string, Member[]>();
  papers.forEach((member, index) => {
    const key = keyOf(member.paper, index);
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  });
  return [...groups.values()].map((members) => ({ paper: join(members.map(({ paper }) => paper)), members }));
}

function keyOf(paper: Paper, index: number): string {
  if (paper.kind === "charter") return JSON.stringify({ ...paper, charters: null });
  if (paper.kind === "scoreSheet") return JSON.stringify({ ...paper, sheets: null });
  return String(index);
}

function join(papers: Paper[]): Paper {
  const first = papers[0]!;
  if (first.kind === "charter") {
    return {
      ...first,
      charters: papers.flatMap((paper) => (paper.kind === "charter" ? paper.charters : [])),
    };
  }
  if (first.kind === "scoreSheet") {
    return { ...first, sheets: papers.flatMap((paper) => (paper.kind === "scoreSheet" ? paper.sheets : [])) };
  }
  return first;
}
