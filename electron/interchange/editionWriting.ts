import type {
  Category,
  DecimalText,
  Edition,
  EditionEvent,
  EditionOffice,
  Round,
  Sheet,
} from "../domain/edition.ts";

/** Writes an edition as a `lencana/edition@1` file: keys in the order of the format, one space of indent, LF. */
export function writeEdition(edition: Edition): string {
  const { year, title, signatory } = edition;
  const file = {
    format: "lencana/edition@1",
    sample: edition.sample,
    edition: {
      year,
      title,
      theme: textOrNull(edition.theme),
      organiser: textOrNull(edition.organiser),
      venue: textOrNull(edition.venue),
      ceremonyDate: edition.ceremonyDate,
      signatory: signatory && {
        name: signatory.name,
        title: signatory.title,
        place: signatory.place,
        gelar: signatory.gelar ?? undefined,
      },
      // JSON leaves out what is undefined: a file without these parts is as it was before there were any.
      office: edition.office ? officeInFile(edition.office) : undefined,
    },
    regions: edition.regions.map(({ code, type, name, head, agency }) => ({
      code,
      type,
      name,
      head: head && { title: head.title, name: head.name, gelar: head.gelar ?? undefined },
      agency: agency && {
        name: agency.name,
        head: textOrNull(agency.head),
        headGelar: agency.headGelar ?? undefined,
      },
    })),
    panelists: edition.panelists.map(({ id, name, gelar, institution }) => ({
      id,
      name,
      // JSON leaves out what is undefined: nothing is written of titles that are not kept apart.
      gelar: gelar ?? undefined,
      institution: textOrNull(institution),
    })),
    categories: edition.categories.map(categoryInFile),
    awards: edition.awards.map((award) => ({
      id: award.id,
      category: award.category,
      places: award.places,
      name: award.name,
      recipient: award.recipient,
    })),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

function categoryInFile({ id, name, entries, rounds }: Category) {
  return { id, name, entries, rounds: rounds.map(roundInFile) };
}

function roundInFile(round: Round) {
  const isPanel = round.kind === "panel";
  const { advance } = round;
  return {
    id: round.id,
    name: round.name,
    kind: round.kind,
    // JSON leaves out what is undefined: a desk round has no panel, and so nobody to recuse or to count.
    panel: isPanel ? round.panel : undefined,
    recusals: isPanel
      ? round.recusals.map(({ panelist, entry, reason }) => ({ panelist, entry, reason }))
      : undefined,
    aggregate: round.aggregate,
    decimals: round.decimals,
    carry: decimalInFile(round.carry),
    quorum: isPanel ? round.quorum : undefined,
    advance: advance !== null && "atLeast" in advance ? { atLeast: decimalInFile(advance.atLeast) } : advance,
    tieBreak: round.tieBreak,
    decisions: round.decisions.map(({ entries, order, reason }) => ({ entries, order, reason })),
    indicators: round.indicators.map(({ id, name, weight, scale, direction }) => ({
      id,
      name,
      weight: decimalInFile(weight),
      scale: {
        min: decimalInFile(scale.min),
        max: decimalInFile(scale.max),
        step: scale.step === null ? undefined : decimalInFile(scale.step),
      },
      direction,
    })),
    event: isPanel && round.event ? eventInFile(round.event) : undefined,
    scores: round.scores.map((sheet) => sheetInFile(sheet, round)),
  };
}

function officeInFile({ signer, bases, budget, copies, ceremony }: EditionOffice) {
  return {
    signer: {
      office: textOrNull(signer.office),
      name: textOrNull(signer.name),
      rank: textOrNull(signer.rank),
    },
    bases,
    budget: textOrNull(budget),
    copies,
    ceremony: {
      start: ceremony.start,
      items:
        ceremony.items &&
        ceremony.items.map(({ step, minutes, by, title, words }) => ({
          step,
          minutes,
          by: textOrNull(by),
          title,
          words,
        })),
      guests: ceremony.guests,
    },
  };
}

function eventInFile(event: EditionEvent) {
  return {
    date: event.date,
    start: event.start,
    venue: textOrNull(event.venue),
    presentationMinutes: event.presentationMinutes,
    interviewMinutes: event.interviewMinutes,
    inPerson: event.inPerson,
    pauses: event.pauses.map(({ after, minutes, name }) => ({ after, minutes, name })),
    turns: event.turns,
    lot: event.lot,
  };
}

/** Values stand in the order of the round's indicators, however they came to be given. */
function sheetInFile({ entry, panelist, values }: Sheet, round: Round) {
  const given: Record<string, number | string> = {};
  for (const { id } of round.indicators) {
    const value = values[id];
    if (value !== undefined) given[id] = decimalInFile(value);
  }
  return { entry, panelist, values: given };
}

/** A JSON number where a reader that only knows doubles would write the same digits again, otherwise text. */
function decimalInFile(decimal: DecimalText): number | string {
  const nearest = Number(decimal);
  return String(nearest) === decimal ? nearest : decimal;
}

/** A field left empty in the application is one that is not known. */
function textOrNull(text: string | null): string | null {
  return text === null || text.trim() === "" ? null : text;
}
