import { Anchor, Button, Group, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconBook2, IconFileText, IconPencil } from "@tabler/icons-react";
import { Link } from "wouter";
import { api } from "../../api/client.ts";
import { files } from "../../api/files.ts";
import { useJob } from "../../api/jobs.tsx";
import type { Seat } from "../../app/seat.ts";
import { newCorrectionRoute } from "./correctionWords.ts";

interface ExplanationActsProps {
  editionId: number;
  roundId: number;
  entryId: number;
  /** The region's code, by which the ledger knows it. */
  code: string;
  sealed: boolean;
  seat: Seat;
}

/** From a region's explanation: who touched its scores, its dossier for an objection, a request to correct it. */
export function ExplanationActs({ editionId, roundId, entryId, code, sealed, seat }: ExplanationActsProps) {
  const job = useJob();
  const dossier = useMutation({
    mutationFn: () =>
      job.run("Menyusun berkas keberatan", (jobId) => api.seals.dossier({ roundId, entryId, job: jobId })),
    onSuccess: (file) => files.save(file),
  });
  if (!seat.secured || !seat.may("auditing")) return null;
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Button
          component={Link}
          variant="default"
          leftSection={<IconBook2 size={18} aria-hidden />}
          href={`/e/${editionId}/catatan?daerah=${encodeURIComponent(code)}`}
        >
          Siapa menyentuh nilainya
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileText size={18} aria-hidden />}
          disabled={job.state !== null}
          onClick={() => dossier.mutate()}
        >
          Berkas keberatan
        </Button>
        {sealed && seat.may("verifying") && (
          <Anchor component={Link} href={newCorrectionRoute(editionId, { roundId, entryId })}>
            <Group gap={6} component="span" display="inline-flex">
              <IconPencil size={18} aria-hidden /> Ajukan koreksi
            </Group>
          </Anchor>
        )}
      </Group>
      {job.progress}
    </Stack>
  );
}
