import type { Person, Secured } from "./secured.ts";

/** One sheet of the panel round, with everything tests do to it. Values are in the order of the indicators. */
export function openTypedSheet(secured: Secured, code: string, panelist: number) {
  const { panel, entry } = secured;
  const place = { roundId: panel.id, entryId: entry(code), panelistId: panel.panel[panelist]! };
  const indicatorId = (index: number) => panel.indicators[index]!.id;

  async function seenBy({ api }: Person): Promise<(string | null)[]> {
    const grid = await api.sheets.grid({ roundId: place.roundId, panelistId: place.panelistId });
    return grid.rows.find(({ entryId }) => entryId === place.entryId)!.values;
  }

  return {
    place,
    indicatorId,
    seenBy,
    /** Types over what the person sees; `undefined` leaves a cell alone. */
    async type(person: Person, ...values: (string | null | undefined)[]) {
      const seen = await seenBy(person);
      const changes = values.flatMap((value, index) =>
        value === undefined
          ? []
          : [{ entryId: place.entryId, indicatorId: indicatorId(index), value, was: seen[index] ?? null }],
      );
      return person.api.sheets.setScores({ roundId: place.roundId, panelistId: place.panelistId, changes });
    },
    /** What is in force. */
    async inForce(): Promise<(string | null)[]> {
      const rows = secured.context.db
        .prepare(
          `SELECT indicator_id AS id, value FROM scores JOIN sheets ON sheets.id = sheet_id
           WHERE round_id = @roundId AND entry_id = @entryId AND panelist_id = @panelistId`,
        )
        .all(place) as { id: number; value: string }[];
      const values = new Map(rows.map(({ id, value }) => [id, value]));
      return panel.indicators.map(({ id }) => values.get(id) ?? null);
    },
    async boardState({ api }: Person) {
      const board = await api.sheets.board({ roundId: place.roundId });
      const cell = board.cells.find(
        ({ entryId, panelistId }) => entryId === place.entryId && panelistId === place.panelistId,
      );
      return cell!.state;
    },
    async listed({ api }: Person) {
      const { sheets } = await api.keyings.list({ roundId: place.roundId });
      const sheet = sheets.find(
        ({ entryId, panelistId }) => entryId === place.entryId && panelistId === place.panelistId,
      );
      return { state: sheet!.state, by: sheet!.by, differences: sheet!.differences };
    },
    differences: ({ api }: Person) => api.keyings.differences(place),
    waiting: ({ api }: Person) => api.keyings.waiting(place),
    resolve: ({ api }: Person, index: number, pass: 1 | 2, value?: string) =>
      api.keyings.resolve({
        ...place,
        indicatorId: indicatorId(index),
        pass,
        note: "Kertas menunjukkan angka ini",
        value,
      }),
    accept: ({ api }: Person, seen?: { indicatorId: number; value: string }[]) =>
      api.keyings.confirm({ ...place, accept: true, note: "", seen }),
    sendBack: ({ api }: Person, note = "Baris tertukar") =>
      api.keyings.confirm({ ...place, accept: false, note }),
    clear: ({ api }: Person) => api.keyings.clearOwn(place),
  };
}

/** Types the whole panel round as one operator; values by region code, panelist and indicator. */
export async function typeRound(
  { panel }: Secured,
  { api }: Person,
  valueOf: (code: string, panelist: number, indicator: number) => string,
): Promise<void> {
  for (const [panelist, panelistId] of panel.panel.entries()) {
    const { rows } = await api.sheets.grid({ roundId: panel.id, panelistId });
    const changes = rows
      .filter(({ recused }) => recused === null)
      .flatMap(({ entryId, code, values }) =>
        panel.indicators.map(({ id: indicatorId }, indicator) => ({
          entryId,
          indicatorId,
          value: valueOf(code, panelist, indicator),
          was: values[indicator] ?? null,
        })),
      );
    await api.sheets.setScores({ roundId: panel.id, panelistId, changes });
  }
}
