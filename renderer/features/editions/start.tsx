import { Button, Container, Group, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { IconCopy, IconFileImport, IconFilePlus, IconSettings, IconTestPipe } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { Link, useLocation } from "wouter";
import type { EditionRow } from "../../../electron/contract/editions.ts";
import { api, query } from "../../api/client.ts";
import { findCode, notifyError, sentenceOf } from "../../api/errors.tsx";
import { files } from "../../api/files.ts";
import { useJob } from "../../api/jobs.tsx";
import { EditionList } from "./list.tsx";
import { ImportProblems } from "./importProblems.tsx";
import { StartChoice } from "./startChoice.tsx";
import icon from "../../app/icon.svg";

const CreateDialog = lazy(async () => ({ default: (await import("./createDialog.tsx")).CreateDialog }));
const CloneDialog = lazy(async () => ({ default: (await import("./cloneDialog.tsx")).CloneDialog }));

type Dialog = "create" | "clone";

/** Where the application opens: the editions there are, and the ways to begin one. */
export function StartPage() {
  const [, goTo] = useLocation();
  // When an edition was last changed is told nobody as it happens: a score would have every list read again.
  const list = useQuery({ ...query.editions.list.queryOptions(), refetchOnMount: "always" });
  const sample = useMutation(query.editions.openSample.mutationOptions());
  const [dialog, setDialog] = useState<Dialog | null>(null);
  // Fetched when first asked for, and kept, so that they close as softly as they open.
  const [asked, setAsked] = useState<readonly Dialog[]>([]);
  const show = (wanted: Dialog) => {
    setAsked((before) => [...before, wanted]);
    setDialog(wanted);
  };
  const [failure, setFailure] = useState<unknown>(null);
  const job = useJob();

  useEffect(() => {
    document.title = "Lencana";
  }, []);

  const open = (edition: EditionRow) => goTo(`/e/${edition.id}`);
  const importFile = async () => {
    const file = await files.pick({ accept: [".json", "application/json"], label: "Berkas edisi" });
    if (!file) return;
    try {
      open(await job.run("Membaca berkas edisi", (id) => api.editions.importFile({ file, job: id })));
    } catch (error) {
      if (findCode(error) === "INVALID") setFailure(error);
      else notifyError(error);
    }
  };

  const editions = list.data ?? [];
  const first = list.data !== undefined && editions.length === 0;
  return (
    <Container size={980} py="lg">
      <Group justify="space-between" mb="xl">
        <Group gap="md" wrap="nowrap">
          <img src={icon} width={52} height={52} alt="" />
          <div>
            <Title order={1}>Lencana</Title>
            <Text c="dimmed">Penilaian, peringkat, berita acara, dan piagam ASN Achievement Awards</Text>
          </div>
        </Group>
        <Button
          component={Link}
          href="/pengaturan"
          variant="default"
          leftSection={<IconSettings size={18} aria-hidden />}
        >
          Pengaturan
        </Button>
      </Group>

      {list.isError && (
        <Stack align="flex-start">
          <Text role="alert">{sentenceOf(list.error)}</Text>
          <Button variant="default" onClick={() => void list.refetch()}>
            Coba lagi
          </Button>
        </Stack>
      )}
      {list.isPending && <Skeleton height={280} />}
      {editions.length > 0 && <EditionList editions={editions} />}
      {list.data && (
        <>
          <Title order={2} mb="sm" mt={first ? 0 : "xl"}>
            {first ? "Mulai dari mana?" : "Tambah edisi"}
          </Title>
          <SimpleGrid cols={2} spacing="md">
            <StartChoice
              icon={IconFilePlus}
              title="Buat edisi baru"
              sentence="Mulai dengan 38 daerah Jawa Timur, lalu isi panelis dan tata nilainya."
              onClick={() => show("create")}
              primary={first}
            />
            <StartChoice
              icon={IconCopy}
              title="Salin dari tahun lalu"
              sentence={
                first
                  ? "Bisa dipakai setelah ada satu edisi di sini."
                  : "Daerah, panelis, tata nilai, dan penghargaan disalin; nilai tidak ikut."
              }
              disabled={first}
              onClick={() => show("clone")}
            />
            <StartChoice
              icon={IconTestPipe}
              title="Buka contoh 2021"
              sentence="Edisi lengkap dengan nilai rekaan, untuk mencoba tanpa takut salah."
              loading={sample.isPending}
              onClick={() => sample.mutate(undefined, { onSuccess: open })}
            />
            <StartChoice
              icon={IconFileImport}
              title="Impor berkas edisi"
              sentence="Berkas .json yang diekspor dari Lencana, di komputer ini atau komputer lain."
              disabled={job.state !== null}
              onClick={() => void importFile()}
            />
          </SimpleGrid>
          <div style={{ minHeight: 56, marginTop: 16 }}>{job.progress}</div>
        </>
      )}
      <Suspense>
        {asked.includes("create") && (
          <CreateDialog opened={dialog === "create"} onClose={() => setDialog(null)} onCreated={open} />
        )}
        {asked.includes("clone") && (
          <CloneDialog
            opened={dialog === "clone"}
            editions={editions}
            onClose={() => setDialog(null)}
            onCloned={open}
          />
        )}
      </Suspense>
      <ImportProblems failure={failure} onClose={() => setFailure(null)} />
    </Container>
  );
}
