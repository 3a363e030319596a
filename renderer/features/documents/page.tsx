import { Alert, Button, Group, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconCertificate, IconFileOff, IconFiles, IconScan } from "@tabler/icons-react";
import { useLocation } from "wouter";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { UncheckedNames } from "../../app/uncheckedNames.tsx";
import { useSeat } from "../../app/seat.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import classes from "./page.module.css";
import { PaperDesk } from "./desk.tsx";

/** Dokumen: every paper of the edition with its state, and the very PDF beside the list. */
export function DocumentsPage() {
  const editionId = useEditionId();
  const [, navigate] = useLocation();
  const { may } = useSeat(editionId);
  const prints = may("printing");
  const papers = useQuery({
    ...query.documents.list.queryOptions({ input: { editionId } }),
    enabled: prints,
  });

  return (
    <>
      <PageHeader
        title="Dokumen"
        description="Pratinjau di sebelah kanan adalah PDF yang sebenarnya, persis seperti yang akan dicetak."
        actions={
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconCertificate size={18} aria-hidden />}
              onClick={() => navigate(`/e/${editionId}/dokumen/studio`)}
            >
              Studio piagam
            </Button>
            <Button
              variant="default"
              leftSection={<IconScan size={18} aria-hidden />}
              onClick={() => navigate(`/e/${editionId}/dokumen/register`)}
            >
              Periksa hasil cetak
            </Button>
          </Group>
        }
      />
      <div className={classes.names}>{prints && <UncheckedNames editionId={editionId} />}</div>
      {!prints && (
        <EmptyState
          icon={IconFileOff}
          title="Dokumen diurus panitia"
          sentence="Yang membuka dan mencetaknya adalah sekretaris, ketua, verifikator, dan operator. Hasil setiap babak dapat Anda baca di Hasil."
          action={
            <Button variant="default" onClick={() => navigate(`/e/${editionId}/hasil`)}>
              Lihat hasil
            </Button>
          }
        />
      )}
      {papers.error && prints && (
        <Alert color="red" title="Daftar dokumen tidak dapat dibaca">
          {sentenceOf(papers.error)}
        </Alert>
      )}
      {papers.data?.length === 0 && (
        <EmptyState
          icon={IconFiles}
          title="Belum ada dokumen"
          sentence="Dokumen mengikuti babak dan penghargaan: susun dahulu keduanya di Tata nilai, lalu lembar penilaian, berita acara, dan piagamnya tampil di sini."
          action={
            <Button onClick={() => navigate(`/e/${editionId}/persiapan/tata-nilai`)}>Susun tata nilai</Button>
          }
        />
      )}
      {papers.data && papers.data.length > 0 && (
        <PaperDesk key={editionId} editionId={editionId} papers={papers.data} />
      )}
      {papers.isPending && prints && (
        <div className={classes.panes} aria-busy="true" aria-label="Membaca daftar dokumen">
          <Skeleton height="100%" />
          <Skeleton height="100%" />
        </div>
      )}
    </>
  );
}
