import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  Skeleton,
  Table,
  Text,
  VisuallyHidden,
} from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { AwardRow, CategoryRow } from "../../../electron/contract/categories.ts";
import { query } from "../../api/client.ts";
import { useEditionId } from "../../app/edition.tsx";
import { CellInput } from "../../components/CellInput.tsx";
import { notifyUndo } from "../../components/notifyUndo.tsx";
import { useReadOnly } from "../../components/ReadOnlyArea.tsx";
import { createTurns } from "../../components/turns.ts";
import { Section } from "../../components/Section.tsx";

const recipients = [
  { value: "head", label: "Kepala daerah" },
  { value: "agency", label: "Perangkat daerah" },
  { value: "region", label: "Daerah" },
] as const;

/** What the best of the category receive. */
export function AwardsEditor({ category }: { category: CategoryRow }) {
  const editionId = useEditionId();
  const client = useQueryClient();
  const readOnly = useReadOnly();
  const [turns] = useState(createTurns);
  const listKey = query.awards.list.queryKey({ input: { editionId } });
  const awards = useQuery(query.awards.list.queryOptions({ input: { editionId } })).data;
  const create = useMutation(query.awards.create.mutationOptions());
  const update = useMutation(query.awards.update.mutationOptions());
  const remove = useMutation(query.awards.remove.mutationOptions());
  if (!awards) return <Skeleton height={220} />;
  const own = awards.filter(({ categoryId }) => categoryId === category.id);
  const save = (award: AwardRow, part: Partial<AwardRow>) => turns(() => saveLatest(award, part));
  const saveLatest = async (award: AwardRow, part: Partial<AwardRow>) => {
    const latest = client.getQueryData<AwardRow[]>(listKey)?.find(({ id: each }) => each === award.id);
    const { id, name, places, recipient } = { ...award, ...latest, ...part };
    const saved = await update.mutateAsync({ awardId: id, name, places, recipient });
    client.setQueryData<AwardRow[]>(listKey, (rows) =>
      rows?.map((row) => (row.id === saved.id ? saved : row)),
    );
  };

  return (
    <Section
      title="Penghargaan"
      description="Diberikan menurut peringkat babak terakhir kategori ini; satu piagam untuk setiap penerima."
      actions={
        !readOnly && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            loading={create.isPending}
            onClick={() =>
              create.mutate({
                categoryId: category.id,
                name: `Penghargaan ${own.length + 1}`,
                places: 3,
                recipient: "head",
              })
            }
          >
            Tambah penghargaan
          </Button>
        )
      }
    >
      {own.length === 0 ? (
        <Text c="dimmed" py="md">
          Belum ada penghargaan, jadi belum ada piagam yang dapat dibuat untuk kategori ini.
        </Text>
      ) : (
        <Table data-cells>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Nama penghargaan</Table.Th>
              <Table.Th w={130} ta="right">
                Peringkat 1 s.d.
              </Table.Th>
              <Table.Th w={190}>Penerima</Table.Th>
              <Table.Th w={48}>
                <VisuallyHidden>Hapus</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {own.map((award, row) => (
              <Table.Tr key={award.id}>
                <Table.Td>
                  <CellInput
                    label="Nama penghargaan"
                    row={row}
                    column="name"
                    value={award.name}
                    onCommit={(name) => (name === "" ? "Wajib diisi" : save(award, { name }))}
                  />
                </Table.Td>
                <Table.Td>
                  <CellInput
                    label={`Banyaknya penerima ${award.name}`}
                    row={row}
                    column="places"
                    align="right"
                    inputMode="numeric"
                    maxLength={3}
                    value={String(award.places)}
                    onCommit={(text) => {
                      const places = /^\d+$/.test(text) ? Number(text) : 0;
                      if (places < 1 || places > 514) return "Harus 1–514";
                      return save(award, { places });
                    }}
                  />
                </Table.Td>
                <Table.Td>
                  <NativeSelect
                    aria-label={`Penerima ${award.name}`}
                    data={[...recipients]}
                    value={award.recipient}
                    onChange={(event) => {
                      const next = recipients.find(({ value }) => value === event.currentTarget.value);
                      if (next) save(award, { recipient: next.value }).catch(() => {});
                    }}
                  />
                </Table.Td>
                <Table.Td>
                  <Group justify="flex-end">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Hapus ${award.name}`}
                      onClick={() =>
                        remove.mutate(
                          { awardId: award.id },
                          {
                            onSuccess: () =>
                              notifyUndo(`“${award.name}” dihapus.`, () => {
                                const { categoryId, key, name, places, recipient } = award;
                                return create.mutateAsync({ categoryId, key, name, places, recipient });
                              }),
                          },
                        )
                      }
                    >
                      <IconTrash size={18} />
                    </ActionIcon>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
