import { Skeleton, Table, Text, VisuallyHidden } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PanelistRow } from "../../../electron/contract/panelists.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useAskedField } from "../../app/askedField.ts";
import { useEditionId } from "../../app/edition.tsx";
import { NameStates } from "../../app/nameStates.tsx";
import { Preparation } from "../../app/preparation.tsx";
import { useSeat } from "../../app/seat.ts";
import { SavedSign } from "../../components/SavedSign.tsx";
import type { SaverState } from "../../components/saver.ts";
import { createTurns } from "../../components/turns.ts";
import { AccountCell } from "./accountCell.tsx";
import { AddPanelist } from "./addPanelist.tsx";
import { type PanelistPart, PanelistRowView } from "./panelistRow.tsx";

/** Persiapan › Panelis: who scores, typed once and printed everywhere from here. */
export function PanelistsPage() {
  const editionId = useEditionId();
  const client = useQueryClient();
  const { secured } = useSeat(editionId);
  const listKey = query.panelists.list.queryKey({ input: { editionId } });
  const list = useQuery(query.panelists.list.queryOptions({ input: { editionId } }));
  const update = useMutation(query.panelists.update.mutationOptions());
  const [state, setState] = useState<SaverState>({ kind: "idle" });

  useAskedField(list.data !== undefined);
  const [turns] = useState(createTurns);
  const save = (panelistId: number, part: PanelistPart) => turns(() => saveLatest(panelistId, part));
  const saveLatest = async (panelistId: number, part: PanelistPart) => {
    const latest = client.getQueryData<PanelistRow[]>(listKey)?.find(({ id }) => id === panelistId);
    if (!latest) return;
    const { id, name, institution } = { ...latest, ...part };
    const { gelar } = part;
    setState({ kind: "saving" });
    try {
      const saved = await update.mutateAsync({ panelistId: id, name, gelar, institution });
      client.setQueryData<PanelistRow[]>(listKey, (rows) =>
        rows?.map((row) => (row.id === saved.id ? saved : row)),
      );
      setState({ kind: "saved", at: new Date() });
    } catch (error) {
      setState({ kind: "failed", error });
      throw error;
    }
  };

  return (
    <Preparation tab="panelis" actions={<SavedSign state={state} />}>
      {list.isError && <Text role="alert">{sentenceOf(list.error)}</Text>}
      {list.isPending && <Skeleton height={300} />}
      {list.data && (
        <div className="panel" style={{ padding: "6px 12px 14px" }}>
          <NameStates editionId={editionId}>
            <Table data-cells aria-label="Panelis">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={70}>Kode</Table.Th>
                  <Table.Th w={secured ? "26%" : "36%"}>Nama, persis seperti akan tercetak</Table.Th>
                  <Table.Th>Instansi</Table.Th>
                  <Table.Th w={secured ? 190 : 230}>Menilai di</Table.Th>
                  {secured && <Table.Th w={170}>Menandatangani sebagai</Table.Th>}
                  <Table.Th w={56}>
                    <VisuallyHidden>Hapus</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {list.data.map((panelist, row) => (
                  <PanelistRowView
                    key={panelist.id}
                    panelist={panelist}
                    row={row}
                    onSave={save}
                    account={secured && <AccountCell panelist={panelist} panelists={list.data} />}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </NameStates>
          <AddPanelist editionId={editionId} panelists={list.data} />
        </div>
      )}
    </Preparation>
  );
}
