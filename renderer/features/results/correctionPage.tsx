import { Alert, Anchor, Button, Group, Skeleton, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { IconFileX, IconSignature } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useParams } from "wouter";
import type { CorrectionView } from "../../../electron/contract/seals.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { type Seat, useSeat } from "../../app/seat.ts";
import { DecimalText } from "../../components/DecimalText.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { HashText } from "../../components/HashText.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Section } from "../../components/Section.tsx";
import { StateBadge } from "../../components/StateBadge.tsx";
import { dateAndTime } from "../../components/time.ts";
import { correctionState, moveWords } from "./correctionWords.ts";
import classes from "./seal.module.css";
import { revocationWords, signingRefusal } from "./sealWords.ts";
import { SignCorrection } from "./signCorrection.tsx";
import { Signatures } from "./signatures.tsx";

/** One request for correction: what changes, whom it moves, which papers it revokes, and who has signed. */
export function CorrectionPage() {
  const editionId = useEditionId();
  const { correctionId } = useParams<{ correctionId: string }>();
  const seat = useSeat(editionId);
  const corrections = useQuery(query.seals.corrections.queryOptions({ input: { editionId } }));
  const seals = useQuery(query.seals.list.queryOptions({ input: { editionId } }));
  const correction = corrections.data?.find(({ id }) => String(id) === correctionId);
  const round = seals.data?.find(({ roundId }) => roundId === correction?.roundId);
  const failure = corrections.error ?? seals.error;
  if (failure) return <Alert color="red">{sentenceOf(failure)}</Alert>;
  if (!corrections.data || !seals.data) {
    return <Skeleton height={420} aria-busy="true" aria-label="Membaca koreksi" />;
  }
  if (!correction) {
    return (
      <EmptyState
        headingLevel={1}
        icon={IconFileX}
        title="Koreksi ini tidak ada"
        sentence="Mungkin alamatnya keliru. Semua koreksi terdaftar di Hasil, Segel dan koreksi."
      />
    );
  }
  return (
    <Correction editionId={editionId} correction={correction} round={round?.roundName ?? ""} seat={seat} />
  );
}

interface CorrectionProps {
  editionId: number;
  correction: CorrectionView;
  round: string;
  seat: Seat;
}

function Correction({ editionId, correction, round, seat }: CorrectionProps) {
  const [signing, setSigning] = useState(false);
  const withdraw = useMutation(query.seals.withdrawCorrection.mutationOptions());
  const { tone, words } = correctionState(correction);
  const open = correction.state === "open";
  const refusal = signingRefusal(seat.account?.id, seat.security?.signing ?? null, correction);
  return (
    <>
      <Anchor component={Link} size="sm" href={`/e/${editionId}/hasil?babak=segel`}>
        Segel dan koreksi
      </Anchor>
      <PageHeader
        title={`Koreksi ${correction.number} · ${round}`}
        description={`Diajukan ${correction.requestedBy}, ${dateAndTime(correction.requestedAt)}`}
        actions={<StateBadge tone={tone}>{words}</StateBadge>}
      />
      <Stack gap="sm">
        <Section title="Nilai yang diubah">
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Daerah · indikator · panelis</Table.Th>
                <Table.Th ta="right">Semula</Table.Th>
                <Table.Th ta="right">Menjadi</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {correction.changes.map(({ what, old, new: value }) => (
                <Table.Tr key={what}>
                  <Table.Td>{what}</Table.Td>
                  <Table.Td className="figure">
                    <DecimalText value={old} />
                  </Table.Td>
                  <Table.Td className="figure" fw={700}>
                    <DecimalText value={value} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Text size="sm" fw={600} mt="sm">
            Alasan
          </Text>
          <p className={classes.quote}>{correction.reason}</p>
        </Section>
        <div className={classes.cards}>
          <Section title={open ? "Yang akan bergeser" : "Yang bergeser"}>
            <Sentences
              sentences={correction.moves.map(moveWords)}
              none={
                correction.state === "withdrawn"
                  ? "Tidak ada: koreksi ini ditarik."
                  : "Tidak ada peringkat maupun jumlah yang berubah."
              }
            />
          </Section>
          <Section title={open ? "Dokumen yang akan dicabut" : "Dokumen yang dicabut"}>
            <Revoked editionId={editionId} correction={correction} />
          </Section>
        </div>
        <Section
          title="Tanda tangan"
          actions={
            open && (
              <Group gap="sm" wrap="nowrap">
                {seat.may("verifying") && (
                  <Button
                    variant="default"
                    loading={withdraw.isPending}
                    onClick={() => withdraw.mutate({ correctionId: correction.id })}
                  >
                    Tarik permintaan
                  </Button>
                )}
                {seat.may("signing") && (
                  <Button
                    leftSection={<IconSignature size={18} aria-hidden />}
                    data-disabled={refusal !== null || undefined}
                    aria-disabled={refusal !== null}
                    onClick={() => {
                      if (refusal === null) setSigning(true);
                    }}
                  >
                    Tanda tangani koreksi…
                  </Button>
                )}
              </Group>
            )
          }
        >
          <div className={classes.facts}>
            <Signatures {...correction} />
            {open && seat.may("signing") && refusal !== null && (
              <Text size="sm" c="dimmed">
                {refusal}
              </Text>
            )}
            <Text size="sm" component="div">
              Sidik jari permintaan: <HashText hash={correction.hash} />
            </Text>
          </div>
        </Section>
      </Stack>
      <SignCorrection
        correction={correction}
        round={round}
        seat={seat}
        opened={signing}
        onClose={() => setSigning(false)}
      />
    </>
  );
}

function Sentences({ sentences, none }: { sentences: readonly string[]; none: string }) {
  if (sentences.length === 0) return <Text size="sm">{none}</Text>;
  return (
    <ul className={classes.list}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

interface RevokedProps {
  editionId: number;
  correction: CorrectionView;
}

function Revoked({ editionId, correction }: RevokedProps) {
  if (correction.state === "open") {
    return (
      <Text size="sm">
        Begitu koreksi dijalankan, {revocationWords(correction)}; nomor serinya lalu didaftar di sini.
      </Text>
    );
  }
  if (correction.revoked.length === 0) {
    return <Text size="sm">Tidak ada dokumen yang dicabut: belum ada yang keluar dari versi lama.</Text>;
  }
  return (
    <>
      <ul className={classes.list}>
        {correction.revoked.map(({ key, title, serial }) => (
          <li key={serial}>
            <IconFileX size={18} aria-hidden className={classes.unmet} />
            <span>
              <Anchor component={Link} href={`/e/${editionId}/dokumen?key=${encodeURIComponent(key)}`}>
                {title}
              </Anchor>
              <Text span size="sm" c="dimmed">
                {" "}
                · nomor seri {serial}
              </Text>
            </span>
          </li>
        ))}
      </ul>
      <Text size="sm" mt="xs">
        {correction.revoked.length} dokumen ini tidak berlaku lagi. Tarik kertasnya, lalu cetak penggantinya
        dari Dokumen.
      </Text>
    </>
  );
}
