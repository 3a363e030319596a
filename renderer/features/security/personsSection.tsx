import { Button, Group, ScrollArea, Skeleton, Stack, Table, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useOverview } from "../../app/edition.tsx";
import { ConfirmByName } from "../../components/ConfirmByName.tsx";
import { Section } from "../../components/Section.tsx";
import { ContactDialog } from "./contactDialog.tsx";
import { blankedSentence, blankingSentence, countBlankable } from "./persons.ts";
import type { HeldPerson } from "./persons.ts";

/** What is held on people, as they may ask under UU 27/2022; shown only once it is asked for. */
export function PersonsSection({ editionId }: { editionId: number }) {
  const [shown, setShown] = useState(false);
  const [blanking, setBlanking] = useState(false);
  const persons = useQuery({
    ...query.security.persons.queryOptions({ input: { editionId } }),
    enabled: shown,
    staleTime: 0,
  });
  const backups = useQuery({
    ...query.settings.backups.queryOptions(),
    enabled: shown,
    staleTime: 0,
  });
  const title = useOverview()?.edition.title ?? "";
  const blank = useMutation(
    query.security.blankPersons.mutationOptions({
      meta: { handlesError: true },
      onSuccess: (done) => {
        notifications.show({ message: blankedSentence(done), withBorder: true, autoClose: false });
        return persons.refetch();
      },
    }),
  );
  const blankable = countBlankable(persons.data ?? []);
  return (
    <Section
      title="Data pribadi"
      description="UU 27/2022: kontak, NIP, dan foto tidak masuk buku catatan, bukti hasil, atau dokumen keluar, dan dapat dikosongkan setelah masa simpan."
      actions={
        shown ? (
          <Button
            variant="default"
            style={{ flexShrink: 0 }}
            c="var(--lencana-stop)"
            disabled={!persons.data || !backups.data}
            onClick={() => setBlanking(true)}
          >
            Kosongkan…
          </Button>
        ) : (
          <Button variant="default" style={{ flexShrink: 0 }} onClick={() => setShown(true)}>
            Tampilkan data pribadi
          </Button>
        )
      }
    >
      {persons.isError && <Text role="alert">{sentenceOf(persons.error)}</Text>}
      {shown && persons.isPending && <Skeleton height={280} />}
      {persons.data && <PersonsTable editionId={editionId} persons={persons.data} />}
      <ConfirmByName
        opened={blanking}
        onClose={() => setBlanking(false)}
        title="Kosongkan data pribadi"
        consequence={blankingSentence(blankable, backups.data?.length ?? 0)}
        name={title}
        nameLabel="judul edisi"
        action="Kosongkan data pribadi"
        onConfirm={() => blank.mutateAsync({ editionId })}
      />
    </Section>
  );
}

function PersonsTable({ editionId, persons }: { editionId: number; persons: HeldPerson[] }) {
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<HeldPerson | null>(null);
  const wanted = search.trim().toLocaleLowerCase("id");
  const found = persons.filter(({ name, held }) =>
    [name, ...held.map(({ value }) => value)].some((text) => text.toLocaleLowerCase("id").includes(wanted)),
  );
  return (
    <Stack gap="xs">
      <TextInput
        aria-label="Cari orang"
        placeholder="Cari nama atau jabatan"
        leftSection={<IconSearch size={18} aria-hidden />}
        maw={320}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ScrollArea.Autosize
        mah={320}
        viewportProps={{ tabIndex: 0, role: "region", "aria-label": "Data pribadi yang disimpan" }}
      >
        <Table stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={260}>Nama</Table.Th>
              <Table.Th>Yang disimpan</Table.Th>
              <Table.Th w={110}>Kontak</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.map((each) => (
              <Table.Tr key={each.person}>
                <Table.Td>{each.name}</Table.Td>
                <Table.Td>
                  <Group gap="xs">
                    {each.held
                      .filter(({ what }) => what !== "Nama")
                      .map(({ what, value }) => (
                        <Text key={what} size="sm">
                          <Text span size="sm" c="dimmed">
                            {what}:
                          </Text>{" "}
                          {value}
                        </Text>
                      ))}
                  </Group>
                </Table.Td>
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Kontak ${each.name}`}
                    onClick={() => setChosen(each)}
                  >
                    Kontak…
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      {found.length === 0 && <Text c="dimmed">Tidak ada yang cocok.</Text>}
      <ContactDialog editionId={editionId} person={chosen} onClose={() => setChosen(null)} />
    </Stack>
  );
}
