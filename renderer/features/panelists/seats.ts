import type { PanelistRow } from "../../../electron/contract/panelists.ts";
import { api } from "../../api/client.ts";

/** Where a panelist sits and does not score, so that a removal can be taken back whole. */
export interface Seat {
  roundId: number;
  /** Place in the panel, from 0. */
  place: number;
  recusals: { entryId: number; reason: string }[];
}

export async function rememberSeats(editionId: number, panelistId: number): Promise<Seat[]> {
  const categories = await api.categories.list({ editionId });
  const rounds = await Promise.all(categories.map(({ id }) => api.rounds.list({ categoryId: id })));
  return rounds
    .flat()
    .filter(({ panel }) => panel.includes(panelistId))
    .map(({ id, panel, recusals }) => ({
      roundId: id,
      place: panel.indexOf(panelistId),
      recusals: recusals
        .filter((recusal) => recusal.panelistId === panelistId)
        .map(({ entryId, reason }) => ({ entryId, reason })),
    }));
}

/** Brings a removed panelist back, under the same key and on the same panels. */
export async function restorePanelist(editionId: number, gone: PanelistRow, seats: Seat[]): Promise<void> {
  const { key, name, gelar, institution } = gone;
  const { id } = await api.panelists.create({ editionId, key, name, gelar, institution });
  for (const { roundId, place, recusals } of seats) {
    const round = await api.rounds.get({ roundId });
    if (!round.panel.includes(id)) {
      await api.rounds.saveRules({
        roundId,
        rules: { ...round, panel: round.panel.toSpliced(place, 0, id) },
      });
    }
    for (const recusal of recusals) await api.rounds.recuse({ roundId, panelistId: id, ...recusal });
  }
}
