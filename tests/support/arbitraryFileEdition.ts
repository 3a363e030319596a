import { createHash } from "node:crypto";
import * as fc from "fast-check";
import type {
  Category,
  DecimalText,
  Edition,
  EditionEvent,
  CeremonyItem,
  EditionOffice,
  Indicator,
  Round,
  Sheet,
} from "../../electron/domain/edition.ts";
import { drawByLot } from "../../electron/domain/lot.ts";
import { joinName } from "../../electron/domain/personName.ts";
import { canonicalDecimal } from "../../electron/domain/exact.ts";

const arbitraryText = (longest: number) =>
  fc
    .string({ unit: "binary", minLength: 1, maxLength: longest })
    .filter((text) => text.trim() !== "" && !/\p{Cc}/u.test(text) && Array.from(text).length <= longest);

const arbitraryId = fc
  .oneof(fc.constantFrom("1", "P1", "a.b", "x:y", "ñ"), arbitraryText(12))
  .filter((id) => !(id in {}));

const arbitraryCode = fc
  .tuple(fc.nat(99), fc.nat(99))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("."));

/** Hundredths to 10^-25 parts, so that some are no doubles. */
const arbitraryDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(25))
  .map(([units, decimals]) => {
    const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
    const point = digits.length - decimals;
    return (
      canonicalDecimal(
        `${units < 0n ? "-" : ""}${digits.slice(0, point)}${decimals > 0 ? "." : ""}${digits.slice(point)}`,
      ) ?? "0"
    );
  });

const arbitraryDate = fc
  .date({ min: new Date("1945-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Editions with names, digits and gaps as odd as the format allows, for writing and reading them again. */
export function arbitraryFileEdition(): fc.Arbitrary<Edition> {
  const lists = fc.record({
    codes: fc.uniqueArray(arbitraryCode, { minLength: 1, maxLength: 5 }),
    panelists: fc.uniqueArray(arbitraryId, { minLength: 1, maxLength: 4 }),
    categories: fc.uniqueArray(arbitraryId, { minLength: 1, maxLength: 2 }),
  });
  return lists.chain(({ codes, panelists, categories }) =>
    fc.record({
      sample: fc.boolean(),
      year: fc.integer({ min: 1945, max: 9999 }),
      title: arbitraryText(200),
      theme: fc.option(arbitraryText(200)),
      organiser: fc.option(arbitraryText(20)),
      venue: fc.option(arbitraryText(20)),
      ceremonyDate: fc.option(arbitraryDate),
      signatory: fc.option(
        fc
          .record({ person: arbitraryPerson(), title: arbitraryText(9), place: arbitraryText(9) })
          .map(({ person, ...signatory }) => ({ ...signatory, ...person })),
      ),
      office: fc.option(arbitraryOffice()),
      regions: fc.tuple(...codes.map((code) => arbitraryRegion(code))),
      panelists: fc.tuple(...panelists.map((id) => arbitraryPanelist(id))),
      categories: fc.tuple(...categories.map((id) => arbitraryCategory(id, codes, panelists))),
      awards: fc.uniqueArray(
        fc.record({
          id: arbitraryId,
          category: fc.constantFrom(...categories),
          places: fc.integer({ min: 1, max: 600 }),
          name: arbitraryText(20),
          recipient: fc.constantFrom("head", "agency", "region"),
        }),
        { selector: (award) => award.id, maxLength: 3 },
      ),
    }),
  );
}

function arbitraryRegion(code: string) {
  return fc.record({
    code: fc.constant(code),
    type: fc.constantFrom("kabupaten" as const, "kota" as const),
    // The code keeps names of one type apart.
    name: arbitraryText(20).map((name) => `${name}${code}`),
    head: fc.option(
      fc
        .record({ title: arbitraryText(9), person: arbitraryPerson() })
        .map(({ title, person }) => ({ title, ...person })),
    ),
    agency: fc.option(fc.record({ name: arbitraryText(9), head: fc.option(arbitraryText(9)) })),
  });
}

function arbitraryPanelist(id: string) {
  return fc
    .record({ person: arbitraryPerson(), institution: fc.option(arbitraryText(20)) })
    .map(({ person, institution }) => ({ id, ...person, institution }));
}

/** A full name, of some with the titles in it kept apart. */
function arbitraryPerson() {
  const bare = arbitraryText(9).filter((name) => name.trim() === name);
  const title = fc.option(arbitraryText(9));
  return fc
    .record({ before: title, bare, after: title, apart: fc.boolean() })
    .map(({ before, bare: name, after, apart }) => ({
      name: joinName({ before, name, after }),
      ...(apart && (before !== null || after !== null) && { gelar: { before, after } }),
    }));
}

/** 00.00 to 11.59, so that what follows is over by midnight. */
const arbitraryHour = fc
  .tuple(fc.nat(11), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("."));

const arbitraryLines = fc.array(arbitraryText(300), { maxLength: 3 });

function arbitraryOffice(): fc.Arbitrary<EditionOffice> {
  const steps = fc.shuffledSubarray([
    "opening",
    "anthem",
    "report",
    "address",
    "awards",
    "governor",
    "prayer",
    "closing",
  ] as const);
  const item = fc.record({
    minutes: fc.option(fc.integer({ min: 1, max: 80 })),
    by: fc.option(arbitraryText(200)),
  });
  const ownStep: fc.Arbitrary<CeremonyItem> = fc
    .tuple(
      item,
      arbitraryText(200),
      fc.option(fc.constantFrom("Mari kita simak.", "Dibacakan {petugas}.\n[Musik]")),
    )
    .map(([given, title, words]) => ({ step: "own", ...given, title, ...(words !== null && { words }) }));
  return fc.record({
    signer: fc.record({
      office: fc.option(arbitraryText(200)),
      name: fc.option(arbitraryText(20)),
      rank: fc.option(arbitraryText(20)),
    }),
    bases: arbitraryLines,
    budget: fc.option(arbitraryText(600)),
    copies: arbitraryLines,
    ceremony: fc.record({
      start: fc.option(arbitraryHour),
      items: fc.option(
        steps.chain((some) =>
          fc
            .tuple(
              fc.array(ownStep, { maxLength: 2 }),
              ...some.map((step) => item.map((given) => ({ step, ...given }))),
            )
            .map(([own, ...usual]): CeremonyItem[] => [...usual, ...own]),
        ),
      ),
      guests: arbitraryLines,
    }),
  });
}

/** An event with an order that was given, or is what its lot gives. */
function arbitraryEvent(entries: string[]): fc.Arbitrary<EditionEvent> {
  const minutes = fc.integer({ min: 1, max: 60 });
  const given = fc.shuffledSubarray(entries).map((turns) => ({ turns, lot: null }));
  const drawn = fc.tuple(fc.subarray(entries), arbitraryText(64)).map(([some, lot]) => ({
    turns: drawByLot((text) => createHash("sha256").update(text).digest("hex"), lot, some.toSorted()),
    lot,
  }));
  return fc
    .record({
      date: fc.option(arbitraryDate),
      start: fc.option(arbitraryHour),
      venue: fc.option(arbitraryText(200)),
      presentationMinutes: fc.option(minutes),
      interviewMinutes: fc.option(minutes),
      inPerson: fc.boolean(),
      pauses: fc.array(
        fc.record({ after: fc.integer({ min: 1, max: 514 }), minutes, name: arbitraryText(20) }),
        { maxLength: 3 },
      ),
      order: fc.oneof(fc.constant({ turns: null, lot: null }), given, drawn),
    })
    .map(({ order, ...event }) => ({ ...event, ...order }));
}

function arbitraryCategory(id: string, codes: string[], panelists: string[]): fc.Arbitrary<Category> {
  return fc.subarray(codes).chain((entries) =>
    fc.record({
      id: fc.constant(id),
      name: arbitraryText(20),
      entries: fc.constant(entries),
      // One round: who may have a sheet in a later one is a matter of ranking, tested where rules are broken.
      rounds: fc.array(arbitraryRound(entries, panelists), { maxLength: 1 }),
    }),
  );
}

function arbitraryRound(entries: string[], panelists: string[]): fc.Arbitrary<Round> {
  const indicators = fc.uniqueArray(arbitraryIndicator(), {
    selector: (each) => each.id,
    minLength: 1,
    maxLength: 3,
  });
  return fc.tuple(indicators, fc.boolean()).chain(([parts, isPanel]) =>
    fc.record({
      id: arbitraryId,
      name: arbitraryText(20),
      kind: fc.constant(isPanel ? ("panel" as const) : ("desk" as const)),
      panel: fc.constant(isPanel ? panelists : []),
      recusals: fc.constant([]),
      aggregate: fc.constantFrom("mean" as const, "median" as const, "trimmedMean" as const),
      decimals: fc.integer({ min: 0, max: 10 }),
      carry: fc.constant("0"),
      quorum: isPanel ? fc.integer({ min: 1, max: panelists.length }) : fc.constant(0),
      advance: fc.option(
        fc.oneof(
          fc.record({ top: fc.integer({ min: 1, max: 99 }) }),
          fc.record({ atLeast: arbitraryDecimal }),
        ),
      ),
      tieBreak: fc.subarray([
        "previousRound",
        "exactTotal",
        "median",
        "panelistMajority",
        "decision",
      ] as const),
      decisions: arbitraryDecisions(entries),
      indicators: fc.constant(withWholeWeight(parts)),
      event: isPanel ? fc.option(arbitraryEvent(entries)) : fc.constant(null),
      scores: arbitrarySheets(entries, isPanel ? panelists : [null], parts),
    }),
  );
}

function arbitraryIndicator(): fc.Arbitrary<Indicator> {
  return fc.record({
    id: arbitraryId,
    name: arbitraryText(20),
    weight: fc.constant("0"),
    scale: fc.constantFrom(
      { min: "0", max: "100", step: "0.25" },
      { min: "-10", max: "1.5", step: null },
      { min: "0.00000001", max: "123456789012345678901.5", step: null },
      { min: "-123456789012345678.75", max: "2.5", step: "1.25" },
    ),
    direction: fc.constantFrom("higher" as const, "lower" as const),
  });
}

function withWholeWeight(indicators: Indicator[]): Indicator[] {
  const weightsOf: Record<number, DecimalText[]> = {
    1: ["100"],
    2: ["0.00000000000000000001", "99.99999999999999999999"],
    3: ["33.3", "33.3", "33.4"],
  };
  return indicators.map((indicator, index) => ({
    ...indicator,
    weight: weightsOf[indicators.length]?.[index] ?? "0",
  }));
}

function arbitraryDecisions(entries: string[]): fc.Arbitrary<Round["decisions"]> {
  if (entries.length < 2) return fc.constant([]);
  const reason = arbitraryText(20).map((text) => `${text}\n\tsetelah rapat`);
  const order = fc.shuffledSubarray(entries, { minLength: entries.length });
  return fc.array(fc.record({ entries: fc.constant(entries), order, reason }), { maxLength: 1 });
}

function arbitrarySheets(
  entries: string[],
  panelists: (string | null)[],
  indicators: Indicator[],
): fc.Arbitrary<Sheet[]> {
  const pairs = entries.flatMap((entry) => panelists.map((panelist) => ({ entry, panelist })));
  const values = fc
    .tuple(
      ...indicators.map(({ id, scale }) =>
        fc.tuple(fc.constant(id), fc.option(fc.constantFrom(scale.min, "1.25"))),
      ),
    )
    .map((given) =>
      Object.fromEntries(given.flatMap(([id, value]) => (value === null ? [] : [[id, value] as const]))),
    );
  return fc
    .subarray(pairs)
    .chain((some) => fc.tuple(...some.map((pair) => values.map((given) => ({ ...pair, values: given })))));
}
