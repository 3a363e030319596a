import {
  type Paper,
  type PaperCompiler,
  type RenderedPaper,
  renderPages,
  type SheetsPart,
} from "../documents/index.ts";
import type { JoinedPdf } from "../documents/joinPdf.ts";

/**
 * How many records are set at once. Each part costs some 20 ms of its own, and what is in memory grows with its size: 514
 * charters take 226 MB at their peak in parts of 100, 209 in parts of 64 for a third more time, and 300 all at once.
 */
export const recordsAtOnce = 100;

type ScoreSheets = Extract<Paper, { kind: "scoreSheet" }>;

/** What a paper added to a file; `pagesOfRecords` is empty of a kind that has none. */
export type AddedPaper = Pick<RenderedPaper, "pages" | "pagesOfRecords">;

/** Told how many records more are in a file and how many bytes they took to make, and awaited. */
export type OnPart = (records: number, bytes: number) => Promise<void>;

/** How many charters or score sheets a paper is of; 0 of every other kind. */
export function recordsOf(paper: Paper): number {
  if (paper.kind === "charter") return paper.charters.length;
  return paper.kind === "scoreSheet" ? paper.sheets.length : 0;
}

/** Sets a paper, one with many records in parts, and adds it to a file. */
export async function addPaper(
  compiler: PaperCompiler,
  paper: Paper,
  pdf: JoinedPdf,
  onPart: OnPart,
): Promise<AddedPaper> {
  const places = placesOf(recordsOf(paper));
  if (paper.kind === "scoreSheet" && places.length > 1)
    return await addSheets(compiler, paper, places, pdf, onPart);
  const added: AddedPaper = { pages: 0, pagesOfRecords: [] };
  for (const { from, to } of places) {
    const part = paper.kind === "charter" ? { ...paper, charters: paper.charters.slice(from, to) } : paper;
    await onPart(to - from, take(added, renderPages(compiler, part), pdf));
  }
  return added;
}

/**
 * Every sheet says where its pages stand in the whole paper, which is known once all are set: they are set with a guess, of
 * one page each as nearly all have, and again where that was wrong.
 */
async function addSheets(
  compiler: PaperCompiler,
  paper: ScoreSheets,
  places: readonly Place[],
  pdf: JoinedPdf,
  onPart: OnPart,
): Promise<AddedPaper> {
  const beginning = pdf.mark();
  let pages = paper.sheets.map(() => 1);
  for (let round = 0; round < 3; round++) {
    const added: AddedPaper = { pages: 0, pagesOfRecords: [] };
    for (const { from, to } of places) {
      const part: SheetsPart = { from, to, pages };
      await onPart(to - from, take(added, renderPages(compiler, paper, part), pdf));
    }
    const said = added.pagesOfRecords;
    if (said.every((count, index) => count === pages[index])) return added;
    pages = said;
    pdf.back(beginning);
  }
  throw new Error(`score sheets of ${paper.round} have another number of pages each time they are set`);
}

function take(added: AddedPaper, { bytes, pages, pagesOfRecords }: RenderedPaper, pdf: JoinedPdf): number {
  pdf.add(bytes);
  added.pages += pages;
  added.pagesOfRecords.push(...pagesOfRecords);
  return bytes.length;
}

interface Place {
  from: number;
  to: number;
}

/** Parts as even as can be: one of a single record would be named after it. */
function placesOf(records: number): Place[] {
  const parts = Math.max(1, Math.ceil(records / recordsAtOnce));
  const at = (part: number) => Math.floor((part * records) / parts);
  return Array.from({ length: parts }, (_, part) => ({ from: at(part), to: at(part + 1) }));
}

/** Papers that go into one PDF, as many at once as have no more records than that, in even batches. */
export function batchesOf<Member extends { paper: Paper }>(members: readonly Member[]): Member[][] {
  const all = members.reduce((sum, { paper }) => sum + recordsOf(paper), 0);
  const most = Math.ceil(all / Math.max(1, Math.ceil(all / recordsAtOnce)));
  const batches: Member[][] = [];
  let room = 0;
  for (const member of members) {
    const records = recordsOf(member.paper);
    if (batches.length === 0 || records > room) {
      batches.push([]);
      room = most;
    }
    batches.at(-1)!.push(member);
    room -= records;
  }
  return batches;
}
