import { createHash } from "node:crypto";
import type { Paper, Proof } from "./paperData.ts";

/** Puts papers of one kind and one make-up together, in order, for one PDF each; every other kind stands alone. */
export function combinePapers<Member extends { paper: Paper }>(papers: readonly Member[]): Member[][] {
  const groups = new Map<string, Member[]>();
  papers.forEach((member, index) => {
    const key = keyOf(member.paper, index);
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  });
  return [...groups.values()];
}

function keyOf(paper: Paper, index: number): string {
  // Serials differ from paper to paper: each record takes its own along.
  if (paper.kind === "charter") {
    const { design, emblem, ...rest } = paper;
    return JSON.stringify({ ...rest, charters: null, proof: null, shared: [nameOf(design), nameOf(emblem)] });
  }
  if (paper.kind === "scoreSheet") return JSON.stringify({ ...paper, sheets: null, proof: null });
  return String(index);
}

/** Designs and pictures are megabytes that hundreds of papers share: each is read through once. */
const names = new WeakMap<object, string>();

function nameOf(shared: object | null): string | null {
  if (shared === null) return null;
  let name = names.get(shared);
  if (name === undefined) {
    name = createHash("sha256").update(JSON.stringify(shared)).digest("hex");
    names.set(shared, name);
  }
  return name;
}

/** Some that go together as one paper with the records of all. */
export function joinPapers(papers: readonly Paper[]): Paper {
  const first = papers[0]!;
  if (first.kind === "charter") {
    const charters = papers.flatMap((paper) =>
      paper.kind === "charter" ? withOwnProof(paper.charters, paper) : [],
    );
    return { ...first, proof: null, charters };
  }
  if (first.kind === "scoreSheet") {
    const sheets = papers.flatMap((paper) =>
      paper.kind === "scoreSheet" ? withOwnProof(paper.sheets, paper) : [],
    );
    return { ...first, proof: null, sheets };
  }
  return first;
}

function withOwnProof<Printed extends { proof?: Proof | null }>(
  records: readonly Printed[],
  paper: Paper,
): Printed[] {
  return records.map((record) => ({ ...record, proof: record.proof ?? paper.proof ?? null }));
}
