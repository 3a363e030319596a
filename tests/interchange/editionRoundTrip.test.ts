import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DecimalText, Edition } from "../../electron/domain/edition.ts";
import { readEdition, writeEdition } from "../../electron/interchange/editionFile.ts";
import { arbitraryFileEdition } from "../support/arbitraryFileEdition.ts";
import { removed, sampleText, sampleWith, Written } from "../support/changedSample.ts";

function editionOf(text: string): Edition {
  const read = readEdition(text);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.edition;
}

function firstWeights(edition: Edition): DecimalText[] {
  return edition.categories[0]?.rounds[1]?.indicators.map((indicator) => indicator.weight) ?? [];
}

const weights = "categories[0].rounds[1].indicators";

describe("the 2021 edition", () => {
  test("is written as it was read", () => {
    const written = writeEdition(editionOf(sampleText));
    expect(JSON.parse(written)).toEqual(JSON.parse(sampleText));
    expect(keysInOrder(JSON.parse(written))).toEqual(keysInOrder(JSON.parse(sampleText)));
    expect(editionOf(written)).toEqual(editionOf(sampleText));
  });

  test("is written the same each time, one space of indent, ending in a line end", () => {
    const written = writeEdition(editionOf(sampleText));
    expect(writeEdition(editionOf(written))).toBe(written);
    expect(written).toMatch(
      /^\{\n "format": "lencana\/edition@1",\n "sample": true,\n "edition": \{\n {2}"year": 2021,/,
    );
    expect(written.endsWith("}\n")).toBe(true);
  });
});

test("numbers are read as the exact decimals written, in one way of writing", () => {
  const edition = editionOf(
    sampleWith(
      [`${weights}[0].weight`, new Written("3e1")],
      [`${weights}[1].weight`, "024.90"],
      [`${weights}[2].weight`, new Written("25.10000000000000000001")],
      [`${weights}[3].weight`, new Written("1999999999999999999999e-20")],
    ),
  );
  expect(firstWeights(edition)).toEqual(["30", "24.9", "25.10000000000000000001", "19.99999999999999999999"]);
});

test("a decimal that a double would change is written as text, any other as a number", () => {
  const edition = editionOf(
    sampleWith(
      [`${weights}[2].weight`, "25.10000000000000000001"],
      [`${weights}[3].weight`, "19.89999999999999999999"],
    ),
  );
  const written = writeEdition(edition);
  expect(written).toContain('"weight": "25.10000000000000000001"');
  expect(written).toContain('"weight": 30,');
  expect(editionOf(written)).toEqual(edition);
});

test("keys that may be left out stand for what is usual", () => {
  const round = "categories[0].rounds[0]";
  const optional = ["sample", "edition.theme", "edition.organiser", "edition.venue", "edition.ceremonyDate"];
  const others = [
    "edition.signatory",
    "regions[0].agency.head",
    "panelists[0].institution",
    `${round}.carry`,
    `${round}.decisions`,
  ];
  const step = `${round}.indicators[0].scale.step`;
  const recusals = "categories[0].rounds[1].recusals";
  const edition = editionOf(
    sampleWith(...[...optional, ...others, step, recusals].map((path) => [path, removed] as const)),
  );
  expect(edition).toMatchObject({
    sample: false,
    theme: null,
    organiser: null,
    venue: null,
    ceremonyDate: null,
    signatory: null,
  });
  expect(edition.regions[0]?.agency?.head).toBeNull();
  expect(edition.panelists[0]?.institution).toBeNull();
  expect(edition.categories[0]?.rounds[0]).toMatchObject({
    carry: "0",
    decisions: [],
    panel: [],
    recusals: [],
    quorum: 0,
  });
  expect(edition.categories[0]?.rounds[0]?.indicators[0]?.scale.step).toBeNull();
  expect(edition.categories[0]?.rounds[1]?.recusals).toEqual([]);
});

test("reading what was written gives the same edition, whatever names, digits and gaps it has", () => {
  fc.assert(
    fc.property(arbitraryFileEdition(), (edition) => {
      const written = writeEdition(edition);
      expect(readEdition(written)).toEqual({ edition });
      expect(writeEdition(editionOf(written))).toBe(written);
    }),
    { numRuns: 200 },
  );
});

test("a file from before there were office and events reads as one that has none of them", () => {
  const edition = editionOf(sampleText);
  expect(edition.office).toBeNull();
  expect(edition.categories[0]?.rounds.map(({ event }) => event)).toEqual([null, null]);
});

test("what may be left out of office and event stands for what nobody gave", () => {
  const edition = editionOf(
    sampleWith(["edition.office", { bases: ["UUD"] }], ["categories[0].rounds[1].event", { start: "09.00" }]),
  );
  expect(edition.office).toEqual({
    signer: { office: null, name: null, rank: null },
    bases: ["UUD"],
    budget: null,
    copies: [],
    ceremony: { start: null, items: null, guests: [] },
  });
  expect(edition.categories[0]?.rounds[1]?.event).toMatchObject({
    start: "09.00",
    date: null,
    inPerson: true,
    pauses: [],
    turns: null,
    lot: null,
  });
});

test("a name left empty in the application is written as not known, so that the file can be read again", () => {
  const edition = { ...editionOf(sampleText), theme: "", venue: " " };
  expect(editionOf(writeEdition(edition))).toMatchObject({ theme: null, venue: null });
});

function keysInOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return value.map(keysInOrder);
  return Object.entries(value).map(([key, child]) => [key, keysInOrder(child)]);
}
