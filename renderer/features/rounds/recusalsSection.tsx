import { Button, Group, Select, Table, Text, TextInput, VisuallyHidden } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CategoryRow } from "../../../electron/contract/categories.ts";
import type { PanelistRow } from "../../../electron/contract/panelists.ts";
import type { RoundRow } from "../../../electron/contract/rounds.ts";
import { query } from "../../api/client.ts";
import { notifyUndo } from "../../components/notifyUndo.tsx";
import { useReadOnly } from "../../components/ReadOnlyArea.tsx";
import { Section } from "../../components/Section.tsx";

interface RecusalsSectionProps {
  round: RoundRow;
  category: CategoryRow;
  panelists: PanelistRow[];
}

/** Panelists who do not score an entry, each with the reason. */
export function RecusalsSection({ round, category, panelists }: RecusalsSectionProps) {
  const client = useQueryClient();
  const keep = (saved: RoundRow) =>
    client.setQueryData(query.rounds.get.queryKey({ input: { roundId: round.id } }), saved);
  const recuse = useMutation(query.rounds.recuse.mutationOptions({ onSuccess: keep }));
  const withdraw = useMutation(query.rounds.withdrawRecusal.mutationOptions({ onSuccess: keep }));
  const readOnly = useReadOnly();
  const [panelistId, setPanelistId] = useState<string | null>(null);
  const [entryId, setEntryId] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const panel = panelists.filter(({ id }) => round.panel.includes(id));
  const panelistName = (id: number) => panelists.find((panelist) => panelist.id === id)?.name ?? "";
  const entryLabel = (id: number) => category.entries.find((entry) => entry.id === id)?.label ?? "";
  const ready = panelistId !== null && entryId !== null && reason.trim().length >= 3;

  return (
    <Section
      title="Berhalangan menilai"
      description="Panelis yang punya kepentingan dengan suatu daerah tidak menilainya, dan alasannya dicatat."
    >
      {round.recusals.length > 0 && (
        <Table mb="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Panelis</Table.Th>
              <Table.Th>Tidak menilai</Table.Th>
              <Table.Th>Alasan</Table.Th>
              <Table.Th w={90}>
                <VisuallyHidden>Cabut</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {round.recusals.map((recusal) => (
              <Table.Tr key={recusal.id}>
                <Table.Td>{panelistName(recusal.panelistId)}</Table.Td>
                <Table.Td>{entryLabel(recusal.entryId)}</Table.Td>
                <Table.Td>{recusal.reason}</Table.Td>
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() =>
                      withdraw.mutate(
                        { recusalId: recusal.id },
                        {
                          onSuccess: () =>
                            notifyUndo(
                              `${panelistName(recusal.panelistId)} kembali menilai ${entryLabel(recusal.entryId)}.`,
                              () =>
                                recuse.mutateAsync({
                                  roundId: round.id,
                                  panelistId: recusal.panelistId,
                                  entryId: recusal.entryId,
                                  reason: recusal.reason,
                                }),
                            ),
                        },
                      )
                    }
                  >
                    Cabut
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {readOnly && round.recusals.length === 0 && <Text c="dimmed">Tidak ada yang berhalangan.</Text>}
      {!readOnly && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!ready) return;
            recuse.mutate(
              { roundId: round.id, panelistId: Number(panelistId), entryId: Number(entryId), reason },
              {
                onSuccess: () => {
                  setEntryId(null);
                  setReason("");
                },
              },
            );
          }}
        >
          <Group align="flex-end" wrap="nowrap">
            <Select
              label="Panelis"
              placeholder="Pilih"
              w={220}
              searchable
              nothingFoundMessage="Tidak ada di panel ini"
              data={panel.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={panelistId}
              onChange={setPanelistId}
            />
            <Select
              label="Tidak menilai"
              placeholder="Pilih daerah"
              w={220}
              searchable
              nothingFoundMessage="Bukan peserta"
              data={category.entries.map(({ id, label }) => ({ value: String(id), label }))}
              value={entryId}
              onChange={setEntryId}
            />
            <TextInput
              label="Alasan"
              placeholder="Misalnya: pernah menjadi sekretaris daerahnya"
              flex={1}
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={!ready} loading={recuse.isPending}>
              Catat
            </Button>
          </Group>
        </form>
      )}
      {panel.length === 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          Panel babak ini masih kosong.
        </Text>
      )}
    </Section>
  );
}
