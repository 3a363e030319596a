import { useCallback, useState } from "react";
import type { RegionRow } from "../../../electron/contract/regions.ts";
import type { Gelar } from "../../../electron/domain/personName.ts";
import { api, query } from "../../api/client.ts";
import { notifyError } from "../../api/errors.tsx";
import { queryClient } from "../../api/queryClient.ts";
import { notifyUndo } from "../../components/notifyUndo.tsx";
import type { SaverState } from "../../components/saver.ts";
import { createTurns } from "../../components/turns.ts";
import type { PastedRow } from "./pastedPeople.ts";
import { withColumn, withGelar } from "./people.ts";
import type { PeopleColumn, RegionPeople } from "./people.ts";

/** Saving of heads and agencies: field by field as they are typed, or many rows that were pasted. */
export function useSavePeople(editionId: number) {
  const [state, setState] = useState<SaverState>({ kind: "idle" });
  const [turns] = useState(createTurns);

  /** A sentence where the text cannot stand in that column; rejects where saving failed, which it has then said. */
  const save = useCallback(
    (regionId: number, column: PeopleColumn, text: string, gelar?: Gelar | null): Promise<string | null> =>
      turns(async () => {
        const region = rowsOf(editionId).find(({ id }) => id === regionId);
        const people = region ? withColumn(region, column, text) : "Daerah ini sudah dihapus";
        if (typeof people === "string") return people || null;
        setState({ kind: "saving" });
        try {
          await savePeople(
            editionId,
            regionId,
            gelar === undefined ? people : withGelar(people, column, gelar),
          );
          setState({ kind: "saved", at: new Date() });
          return null;
        } catch (error) {
          setState({ kind: "failed", error });
          notifyError(error);
          throw error;
        }
      }),
    [editionId, turns],
  );

  /** All of the rows or none: where one is refused, those before it are put back. */
  const saveAll = useCallback(
    (rows: PastedRow[]) =>
      turns(async () => {
        setState({ kind: "saving" });
        const done: PastedRow[] = [];
        try {
          for (const row of rows) {
            await savePeople(editionId, row.region.id, row.people);
            done.push(row);
          }
          setState({ kind: "saved", at: new Date() });
          notifyUndo(`Nama ${rows.length} daerah ditempel.`, () => putBack(editionId, rows));
        } catch (error) {
          setState({ kind: "failed", error });
          notifyError(error);
          await putBack(editionId, done);
          throw error;
        }
      }),
    [editionId, turns],
  );

  return { state, save, saveAll };
}

function listKey(editionId: number) {
  return query.regions.list.queryKey({ input: { editionId } });
}

function rowsOf(editionId: number): RegionRow[] {
  return queryClient.getQueryData<RegionRow[]>(listKey(editionId)) ?? [];
}

async function savePeople(editionId: number, regionId: number, people: RegionPeople): Promise<void> {
  const saved = await api.regions.update({ regionId, head: people.head, agency: people.agency });
  queryClient.setQueryData<RegionRow[]>(listKey(editionId), (rows) =>
    rows?.map((row) => (row.id === regionId ? { ...row, head: saved.head, agency: saved.agency } : row)),
  );
}

async function putBack(editionId: number, rows: readonly PastedRow[]): Promise<void> {
  for (const { region } of rows) await savePeople(editionId, region.id, region);
}
