import { Alert, Anchor, Button, Group, NativeSelect, Skeleton, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQueries, useQuery } from "@tanstack/react-query";
import { IconPencilOff, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import type { RoundRow } from "../../../electron/contract/rounds.ts";
import type { Board } from "../../../electron/contract/sheets.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { useSeat } from "../../app/seat.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Section } from "../../components/Section.tsx";
import { ChangeRow } from "./changeRow.tsx";
import { type DraftChange, emptyChange, readChanges } from "./correctionDraft.ts";
import { correctionRoute, newCorrectionRoute } from "./correctionWords.ts";

/** Asks for a correction of sealed values: which, what they become, and why. */
export function CorrectionFormPage() {
  const editionId = useEditionId();
  const { may } = useSeat(editionId);
  const [params] = useSearchParams();
  const [, navigate] = useLocation();
  const seals = useQuery(query.seals.list.queryOptions({ input: { editionId } }));
  const sealed = (seals.data ?? []).filter(({ state }) => state === "sealed");
  const roundId = Number(params.get("babak")) || sealed[0]?.roundId;
  const [board, round] = useQueries({
    queries: [
      {
        ...query.sheets.board.queryOptions({ input: { roundId: roundId ?? 0 } }),
        enabled: roundId !== undefined,
      },
      {
        ...query.rounds.get.queryOptions({ input: { roundId: roundId ?? 0 } }),
        enabled: roundId !== undefined,
      },
    ],
  });
  const failure = seals.error ?? board.error ?? round.error;
  return (
    <>
      <Anchor component={Link} size="sm" href={`/e/${editionId}/hasil?babak=segel`}>
        Segel dan koreksi
      </Anchor>
      <PageHeader
        title="Ajukan koreksi"
        description="Tidak ada yang berubah sebelum permintaan ini ditandatangani."
        actions={
          sealed.length > 1 && (
            <NativeSelect
              aria-label="Babak"
              value={roundId}
              onChange={(event) =>
                navigate(newCorrectionRoute(editionId, { roundId: Number(event.currentTarget.value) }))
              }
              data={sealed.map((seal) => ({ value: String(seal.roundId), label: seal.roundName }))}
            />
          )
        }
      />
      {failure && <Alert color="red">{sentenceOf(failure)}</Alert>}
      {seals.data && (sealed.length === 0 || !may("verifying")) && (
        <EmptyState
          icon={IconPencilOff}
          title={may("verifying") ? "Belum ada yang dapat dikoreksi" : "Koreksi diajukan oleh verifikator"}
          sentence={
            may("verifying")
              ? "Belum ada babak yang disegel; nilai yang keliru diperbaiki langsung di Penilaian."
              : "Verifikator mengajukannya dengan lembar kertas di tangan; ketua, sekretaris, atau penanda tangan lain lalu membaca dan menandatanganinya di Segel dan koreksi."
          }
        />
      )}
      {may("verifying") && board.data && round.data ? (
        // Another round begins anew: its entries and panelists are others.
        <CorrectionForm key={roundId} editionId={editionId} board={board.data} round={round.data} />
      ) : (
        !failure && roundId !== undefined && may("verifying") && <Skeleton height={320} />
      )}
    </>
  );
}

interface CorrectionFormProps {
  editionId: number;
  board: Board;
  round: RoundRow;
}

function CorrectionForm({ editionId, board, round }: CorrectionFormProps) {
  const [params] = useSearchParams();
  const [, navigate] = useLocation();
  const [changes, setChanges] = useState<DraftChange[]>(() => [emptyChange(params.get("peserta") ?? "")]);
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<ReturnType<typeof readChanges>["faults"] | null>(null);
  const request = useMutation({
    ...query.seals.requestCorrection.mutationOptions(),
    meta: { handlesError: true },
    onSuccess: ({ id }) => navigate(correctionRoute(editionId, id)),
  });

  const change = (index: number, next: Partial<DraftChange>) => {
    setFaults(null);
    setChanges(changes.map((one, at) => (at === index ? { ...one, ...next } : one)));
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const read = readChanges(changes, reason);
    if (read.faults) setFaults(read.faults);
    else request.mutate({ roundId: round.id, ...read.request });
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Section title={`Nilai yang keliru di ${round.name}`}>
          <Stack gap="sm">
            {changes.map((draft, index) => (
              <ChangeRow
                key={draft.key}
                board={board}
                round={round}
                draft={draft}
                fault={faults?.changes[index] ?? null}
                onChange={(next) => change(index, next)}
                onRemove={
                  changes.length > 1 ? () => setChanges(changes.filter((_, at) => at !== index)) : null
                }
              />
            ))}
            <Group>
              <Button
                variant="default"
                leftSection={<IconPlus size={18} aria-hidden />}
                onClick={() => setChanges([...changes, emptyChange(changes.at(-1)?.entry ?? "")])}
              >
                Nilai lain yang keliru
              </Button>
            </Group>
          </Stack>
        </Section>
        <Section title="Alasan" description="Ikut ditandatangani dan tercatat selamanya di buku catatan.">
          <Textarea
            aria-label="Alasan koreksi"
            placeholder="Lembar kertas P3 menulis 87; yang tersegel 78. Berita acara pencocokan 6 Oktober 2021."
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
              setFaults(null);
            }}
            error={faults?.reason}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2000}
          />
        </Section>
        {request.error && (
          <Alert color="red" role="alert">
            {sentenceOf(request.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Text size="sm" c="dimmed">
            Sesudah diajukan, akibatnya pada peringkat terlihat sebelum ditandatangani.
          </Text>
          <Button type="submit" loading={request.isPending}>
            Ajukan koreksi {changes.length} nilai
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
