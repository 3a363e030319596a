import { Button, ScrollArea, Skeleton, Table, Text, VisuallyHidden } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { IconDatabaseExport } from "@tabler/icons-react";
import { useState } from "react";
import type { z } from "zod";
import type { backup } from "../../../electron/contract/settings.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { refresh } from "../../api/queryClient.ts";
import { ConfirmByName } from "../../components/ConfirmByName.tsx";
import { Section } from "../../components/Section.tsx";
import { dateAndTime } from "../../components/time.ts";
import { megabytes } from "./bytes.ts";

type Backup = z.infer<typeof backup>;

const occasions: Record<Backup["occasion"], string> = {
  start: "Saat aplikasi dibuka",
  exit: "Saat aplikasi ditutup",
  migration: "Sebelum pembaruan",
  manual: "Dibuat sendiri",
  restore: "Sebelum pemulihan",
};

/** Copies of the whole database: made by themselves, made now, and put back. */
export function BackupsSection() {
  const client = useQueryClient();
  const backups = useQuery({ ...query.settings.backups.queryOptions(), staleTime: 0 });
  const make = useMutation(
    query.settings.makeBackup.mutationOptions({
      onSuccess: (list) => client.setQueryData(query.settings.backups.queryKey(), list),
    }),
  );
  const restore = useMutation(query.settings.restoreBackup.mutationOptions({ meta: { handlesError: true } }));
  const [chosen, setChosen] = useState<Backup | null>(null);

  return (
    <Section
      title="Cadangan"
      description="Dibuat sendiri setiap kali aplikasi dibuka dan ditutup; sepuluh yang terakhir disimpan di folder data."
      actions={
        <Button
          variant="default"
          leftSection={<IconDatabaseExport size={18} aria-hidden />}
          loading={make.isPending}
          onClick={() => make.mutate(undefined)}
        >
          Buat cadangan sekarang
        </Button>
      }
    >
      {backups.isError && <Text role="alert">{sentenceOf(backups.error)}</Text>}
      {backups.isPending && <Skeleton height={160} />}
      {backups.data?.length === 0 && <Text c="dimmed">Belum ada cadangan.</Text>}
      {backups.data && backups.data.length > 0 && (
        <ScrollArea.Autosize
          mah={260}
          viewportProps={{ tabIndex: 0, role: "region", "aria-label": "Daftar cadangan" }}
        >
          <Table stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Waktu</Table.Th>
                <Table.Th>Dibuat</Table.Th>
                <Table.Th ta="right">Ukuran</Table.Th>
                <Table.Th w={120}>
                  <VisuallyHidden>Pulihkan</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {backups.data.map((each) => (
                <Table.Tr key={each.name}>
                  <Table.Td>{dateAndTime(each.madeAt)}</Table.Td>
                  <Table.Td>{occasions[each.occasion]}</Table.Td>
                  <Table.Td className="figure">{megabytes(each.bytes)}</Table.Td>
                  <Table.Td ta="right">
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`Pulihkan cadangan ${dateAndTime(each.madeAt)}`}
                      onClick={() => setChosen(each)}
                    >
                      Pulihkan…
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
      <ConfirmByName
        opened={chosen !== null}
        onClose={() => setChosen(null)}
        title="Pulihkan cadangan"
        consequence={
          chosen
            ? `Seluruh isi Lencana, semua edisi dan nilainya, kembali seperti ${dateAndTime(chosen.madeAt)}. Yang diketik sesudah itu hilang dari layar; keadaan sekarang disalin dulu menjadi cadangan, jadi masih dapat dipulihkan.`
            : ""
        }
        name="pulihkan"
        nameLabel="kata"
        action="Pulihkan"
        onConfirm={async () => {
          if (!chosen) return;
          await restore.mutateAsync({ name: chosen.name });
          await refresh("all");
        }}
      />
    </Section>
  );
}
