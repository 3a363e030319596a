import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQueries, useQuery } from "@tanstack/react-query";
import { IconCopy, IconFileExport, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import type { EditionRow } from "../../../electron/contract/editions.ts";
import { listInWords } from "../../../electron/domain/indonesian.ts";
import { api, query } from "../../api/client.ts";
import { files } from "../../api/files.ts";
import { forgetLastEdition } from "../../app/edition.tsx";
import { useSeat } from "../../app/seat.ts";
import { ConfirmByName } from "../../components/ConfirmByName.tsx";
import { CloneDialog } from "./cloneDialog.tsx";

/** What can be done with an edition as a whole. */
export function EditionActs({ edition }: { edition: EditionRow }) {
  const [, goTo] = useLocation();
  const { may } = useSeat(edition.id);
  const [dialog, setDialog] = useState<"clone" | "remove" | null>(null);
  const exportFile = useMutation({
    mutationFn: async () => files.save(await api.editions.exportFile({ editionId: edition.id })),
  });
  const remove = useMutation(query.editions.remove.mutationOptions({ meta: { handlesError: true } }));
  return (
    <div className="panel">
      <Act
        title="Ekspor berkas edisi"
        sentence="Satu berkas .json berisi seluruh edisi beserta nilainya, untuk komputer lain atau pemeriksa."
        button={
          <Button
            variant="default"
            leftSection={<IconFileExport size={18} aria-hidden />}
            loading={exportFile.isPending}
            // Reading it out changes nothing.
            disabled={!may("auditing")}
            onClick={() => exportFile.mutate()}
          >
            Ekspor
          </Button>
        }
      />
      <Act
        title="Salin ke tahun berikutnya"
        sentence="Edisi baru dengan daerah, panelis, dan tata nilai yang sama, tanpa nilai."
        button={
          <Button
            variant="default"
            leftSection={<IconCopy size={18} aria-hidden />}
            onClick={() => setDialog("clone")}
          >
            Salin
          </Button>
        }
      />
      <Act
        title="Hapus edisi"
        sentence="Edisi dan semua isinya hilang dari daftar. Ekspor dulu bila masih mungkin diperlukan."
        button={
          <Button
            variant="default"
            c="var(--lencana-stop)"
            leftSection={<IconTrash size={18} aria-hidden />}
            onClick={() => setDialog("remove")}
          >
            Hapus…
          </Button>
        }
      />
      <CloneDialog
        opened={dialog === "clone"}
        editions={[edition]}
        onClose={() => setDialog(null)}
        onCloned={(copy) => goTo(`/e/${copy.id}`)}
      />
      <ConfirmByName
        opened={dialog === "remove"}
        onClose={() => setDialog(null)}
        title={`Hapus edisi ${edition.year}`}
        consequence={<RemovalInNumbers editionId={edition.id} />}
        name={edition.title}
        nameLabel="judul edisi"
        action="Hapus edisi"
        onConfirm={async () => {
          await remove.mutateAsync({ editionId: edition.id, title: edition.title });
          forgetLastEdition();
          goTo("/");
        }}
      />
    </div>
  );
}

function Act({ title, sentence, button }: { title: string; sentence: string; button: ReactNode }) {
  return (
    <Group
      justify="space-between"
      wrap="nowrap"
      px="lg"
      py="sm"
      style={{ borderBottom: "1px solid var(--lencana-line)" }}
    >
      <Stack gap={0}>
        <Title order={2} size="h3">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {sentence}
        </Text>
      </Stack>
      {button}
    </Group>
  );
}

/** "Ini menghapus 38 daerah, 5 panelis, 1 kategori, dan 820 nilai." */
function RemovalInNumbers({ editionId }: { editionId: number }) {
  const input = { editionId };
  const regions = useQuery(query.regions.list.queryOptions({ input })).data;
  const panelists = useQuery(query.panelists.list.queryOptions({ input })).data;
  const categories = useQuery(query.categories.list.queryOptions({ input })).data;
  const rounds = useQueries({
    queries: (categories ?? []).map(({ id }) =>
      query.rounds.list.queryOptions({ input: { categoryId: id } }),
    ),
  });
  if (!regions || !panelists || !categories || rounds.some(({ data }) => !data)) {
    return <Text>Menghitung isi edisi…</Text>;
  }
  const values = rounds.flatMap(({ data }) => data ?? []).reduce((sum, round) => sum + round.values, 0);
  const parts = [
    `${regions.length} daerah`,
    `${panelists.length} panelis`,
    `${categories.length} kategori`,
    `${values.toLocaleString("id-ID")} nilai`,
  ];
  return <Text>Ini menghapus {listInWords(parts)} beserta semua dokumennya. Tidak dapat diurungkan.</Text>;
}
