import type { PanelistRow } from "../contract/panelists.ts";
import type { ReadDb } from "../database/open.ts";
import {
  findOffice,
  findRoundEvent,
  type StoredEvent,
  type StoredOffice,
} from "../database/queries/office.ts";
import { listDetails } from "../database/queries/persons.ts";
import type { CategoryByKeys } from "../database/queries/rules.ts";
import { ceremonyOrder } from "../documents/ceremonySteps.ts";
import type { CeremonyItem } from "../domain/edition.ts";
import type { OfficeSigner } from "../documents/officeWords.ts";
import { inOrder } from "../domain/lot.ts";
import type { RankedRound } from "../work/rankTask.ts";

/** Under this the NIP of whoever signs the letters is kept, apart from everything that is told of the edition. */
export const signerPerson = "penandatangansurat";

const noOffice: StoredOffice = {
  signer: { office: null, name: null, rank: null },
  bases: [],
  budget: null,
  copies: [],
  ceremony: { start: null, items: null, guests: [] },
};

export const noEvent: StoredEvent = {
  date: null,
  start: null,
  venue: null,
  presentationMinutes: null,
  interviewMinutes: null,
  inPerson: true,
  pauses: [],
  turns: null,
  lot: null,
};

/** What the office gave, as papers take it. */
export interface OfficeData extends Omit<StoredOffice, "signer" | "ceremony"> {
  signer: OfficeSigner;
  ceremony: { start: string | null; items: CeremonyItem[]; guests: string[] };
}

export function readOffice(db: ReadDb, editionId: number): OfficeData {
  const { signer, ceremony, ...rest } = findOffice(db, editionId) ?? noOffice;
  return {
    ...rest,
    signer: { ...signer, nip: findNip(db, editionId) },
    ceremony: { ...ceremony, items: withAwards(ceremony.items ?? usualItems()) },
  };
}

export function findNip(db: ReadDb, editionId: number): string | null {
  return listDetails(db, editionId).find(({ person }) => person === signerPerson)?.nip ?? null;
}

export function readEvent(db: ReadDb, roundId: number): StoredEvent {
  return findRoundEvent(db, roundId) ?? noEvent;
}

/** Without the awards there is no ceremony: where a file leaves them out, they stand before the last speech, or at the end. */
function withAwards(items: CeremonyItem[]): CeremonyItem[] {
  if (items.some(({ step }) => step === "awards")) return items;
  const after = items.findIndex(({ step }) => step === "governor" || step === "prayer" || step === "closing");
  const awards: CeremonyItem = { step: "awards", minutes: null, by: null };
  return items.toSpliced(after === -1 ? items.length : after, 0, awards);
}

/** Every step, with nothing known of it. */
function usualItems(): CeremonyItem[] {
  return ceremonyOrder.map((step) => ({ step, minutes: null, by: null }));
}

/** Who takes part in a round, in the order of the register: that of a ranking would tell who is ahead. */
export function entriesOfRound(byKeys: CategoryByKeys, ranked: RankedRound | undefined) {
  const taking = new Set(ranked?.result.results.map(({ entry }) => entry));
  return byKeys.entries.filter(({ code }) => taking.has(code));
}

/** Those who present, in the order given or drawn; in that of the register while there is none. */
export function presentersOf(
  byKeys: CategoryByKeys,
  ranked: RankedRound | undefined,
  { turns }: Pick<StoredEvent, "turns">,
) {
  const entries = new Map(entriesOfRound(byKeys, ranked).map((entry) => [entry.code, entry]));
  return inOrder([...entries.keys()], turns ?? []).map((code) => entries.get(code)!);
}

/** Panelists who sit on a panel of the edition, in the order of the register. */
export function seatedPanelists(
  panelists: Iterable<PanelistRow>,
  categories: readonly { byKeys: CategoryByKeys }[],
): { panelist: PanelistRow; categories: string[] }[] {
  return [...panelists].flatMap((panelist) => {
    const judged = categories.filter(({ byKeys }) =>
      byKeys.rounds.some(({ stored }) => stored.kind === "panel" && stored.panel.includes(panelist.id)),
    );
    return judged.length === 0
      ? []
      : [{ panelist, categories: judged.map(({ byKeys }) => byKeys.category.name) }];
  });
}
