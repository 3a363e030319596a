import { Button, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconFileCode } from "@tabler/icons-react";
import { api } from "../../api/client.ts";
import { files } from "../../api/files.ts";
import { useJob } from "../../api/jobs.tsx";
import { Section } from "../../components/Section.tsx";

/** Everything sealed, as one file that an inspector opens without Lencana. */
export function ProofSection({ editionId, sealed }: { editionId: number; sealed: boolean }) {
  const job = useJob();
  const bundle = useMutation({
    mutationFn: () =>
      job.run("Menyusun bundel pembuktian", (jobId) => api.seals.bundle({ editionId, job: jobId })),
    onSuccess: (file) => files.save(file),
  });
  return (
    <Section
      title="Pembuktian"
      description="Satu berkas HTML berisi nilai tersegel, tata nilai, dan buku catatan. Dibuka di peramban mana pun tanpa jaringan, berkas itu menghitung ulang peringkat dan mencocokkan sidik jarinya sendiri dengan yang tercetak di kertas. Berkas ini untuk pemeriksa: nama panelis ada di dalamnya bersama setiap nilainya, juga bila dokumen keluar menyebut Panelis A–E."
      actions={
        <Button
          variant="default"
          leftSection={<IconFileCode size={18} aria-hidden />}
          disabled={!sealed || job.state !== null}
          title={sealed ? undefined : "Belum ada babak yang disegel"}
          onClick={() => bundle.mutate()}
        >
          Bundel pembuktian
        </Button>
      }
    >
      {job.progress && <Stack mt="sm">{job.progress}</Stack>}
    </Section>
  );
}
