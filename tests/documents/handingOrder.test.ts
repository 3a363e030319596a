import { expect, test } from "vitest";
import { inHandingOrder } from "../../electron/documents/handingOrder.ts";
import type { Charter, CharterPaper, Paper } from "../../electron/documents/paperData.ts";
import { charters2021, minutes2021 } from "./papers2021.ts";

const paperOf = (charter: Partial<Charter>): CharterPaper => {
  const paper = charters2021("A4");
  return { ...paper, charters: [{ ...paper.charters[0]!, ...charter }] };
};
const named = (name: string, paper: Paper) => ({ name, paper });
const given = (name: string, category: string, award: string, place: number) =>
  named(name, paperOf({ category, award, place }));

test("a category is handed out from its lowest place up, and both awards of a place together", () => {
  const papers = [
    given("utama lencana 1", "Utama", "Lencana", 1),
    given("utama lencana 2", "Utama", "Lencana", 2),
    given("utama piagam 1", "Utama", "Piagam", 1),
    given("utama piagam 2", "Utama", "Piagam", 2),
    given("digital lencana 1", "Digital", "Lencana", 1),
    given("digital lencana 2", "Digital", "Lencana", 2),
  ];
  expect(inHandingOrder(papers).map(({ name }) => name)).toEqual([
    "utama lencana 2",
    "utama piagam 2",
    "utama lencana 1",
    "utama piagam 1",
    "digital lencana 2",
    "digital lencana 1",
  ]);
});

test("other papers, and charters of panelists, stay where they were", () => {
  const judged = { kind: "panelist", name: "Ramliyanto", institution: null, categories: [] } as const;
  const papers = [
    named("berita acara", minutes2021("A4")),
    given("pertama", "Utama", "Lencana", 1),
    named("panelis", paperOf({ recipient: judged })),
    given("kedua", "Utama", "Lencana", 2),
  ];
  expect(inHandingOrder(papers).map(({ name }) => name)).toEqual([
    "berita acara",
    "kedua",
    "panelis",
    "pertama",
  ]);
});
