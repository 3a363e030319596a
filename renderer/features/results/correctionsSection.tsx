import { Anchor, Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconPencil } from "@tabler/icons-react";
import { Link } from "wouter";
import type { RoundResultView } from "../../../electron/contract/results.ts";
import type { CorrectionView, SealView } from "../../../electron/contract/seals.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import type { Seat } from "../../app/seat.ts";
import { Section } from "../../components/Section.tsx";
import { StateBadge } from "../../components/StateBadge.tsx";
import { dateAndTime } from "../../components/time.ts";
import { correctionRoute, correctionState, newCorrectionRoute } from "./correctionWords.ts";
import classes from "./seal.module.css";

interface CorrectionsSectionProps {
  editionId: number;
  rounds: readonly RoundResultView[];
  seals: readonly SealView[];
  seat: Seat;
}

/** Requests to correct what was sealed, newest first, and the way to make one. */
export function CorrectionsSection({ editionId, rounds, seals, seat }: CorrectionsSectionProps) {
  const corrections = useQuery(query.seals.corrections.queryOptions({ input: { editionId } }));
  const names = new Map(rounds.map(({ roundId, name }) => [roundId, name]));
  const own = (corrections.data ?? []).filter(({ roundId }) => names.has(roundId));
  const sealed = seals.find(({ state, roundId }) => state === "sealed" && names.has(roundId));
  return (
    <Section
      title="Koreksi"
      description="Nilai yang sudah disegel hanya berubah lewat permintaan koreksi beralasan yang ditandatangani. Versi lama tetap dapat dibaca."
      actions={
        sealed &&
        seat.may("verifying") && (
          <Button
            component={Link}
            variant="default"
            style={{ flexShrink: 0 }}
            leftSection={<IconPencil size={18} aria-hidden />}
            href={newCorrectionRoute(editionId, { roundId: sealed.roundId })}
          >
            Ajukan koreksi…
          </Button>
        )
      }
    >
      {corrections.error && <Text c="red">{sentenceOf(corrections.error)}</Text>}
      {own.toReversed().map((correction) => (
        <CorrectionLine
          key={correction.id}
          editionId={editionId}
          correction={correction}
          round={names.get(correction.roundId) ?? ""}
        />
      ))}
      {corrections.data && own.length === 0 && (
        <Text size="sm" c="dimmed">
          Belum ada koreksi.
        </Text>
      )}
    </Section>
  );
}

interface CorrectionLineProps {
  editionId: number;
  correction: CorrectionView;
  round: string;
}

function CorrectionLine({ editionId, correction, round }: CorrectionLineProps) {
  const { tone, words } = correctionState(correction);
  return (
    <div className={classes.line}>
      <div>
        <Anchor component={Link} href={correctionRoute(editionId, correction.id)} fw={600}>
          Koreksi {correction.number} · {round}
        </Anchor>
        <Text size="sm" lineClamp={1}>
          {correction.changes.length} nilai · {correction.reason}
        </Text>
        <Text size="sm" c="dimmed">
          Diajukan {correction.requestedBy}, {dateAndTime(correction.requestedAt)}
        </Text>
      </div>
      <StateBadge tone={tone}>{words}</StateBadge>
    </div>
  );
}
