import { ActionIcon, Alert, Drawer, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import type { Explanation, RoundResultView } from "../../../electron/contract/results.ts";
import { formatDecimal, formatFraction } from "../../../electron/domain/indonesian.ts";
import type { SealView } from "../../../electron/contract/seals.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import type { Seat } from "../../app/seat.ts";
import { StateBadge } from "../../components/StateBadge.tsx";
import { ExplainedIndicator } from "./explainedIndicator.tsx";
import type { Sources } from "./origin.ts";
import { ExplanationActs } from "./explanationActs.tsx";
import classes from "./explanation.module.css";

/** What is being explained: an entry, and the indicator that was clicked. */
export interface Asked {
  entryId: number;
  indicatorId: number | null;
}

/** More indicators than this are shown closed, so that the whole stays readable. */
const mostOpen = 8;

/** "Mengapa peringkat ini": everything behind one entry's place, down to the single score. */
export function ExplanationDrawer({
  editionId,
  round,
  seal,
  seat,
  asked,
  onAsk,
  onClose,
}: {
  editionId: number;
  round: RoundResultView | undefined;
  /** Null on an open edition. */
  seal: SealView | null;
  seat: Seat;
  asked: Asked | null;
  onAsk: (asked: Asked) => void;
  onClose: () => void;
}) {
  const explained = useQuery({
    ...query.results.explain.queryOptions({
      input: { roundId: round?.roundId ?? 0, entryId: asked?.entryId ?? 0 },
    }),
    enabled: asked !== null && round !== undefined,
    placeholderData: keepPreviousData,
  });
  const sources = useSources(editionId, round?.roundId, asked?.entryId, seat.secured);
  const position = round?.rows.findIndex((row) => row.entryId === asked?.entryId) ?? -1;
  const step = (by: number) => {
    const row = round?.rows[position + by];
    if (row) onAsk({ entryId: row.entryId, indicatorId: null });
  };
  return (
    <Drawer
      opened={asked !== null}
      onClose={onClose}
      position="right"
      size={740}
      title={
        <Title order={2} component="p">
          Mengapa peringkat ini
        </Title>
      }
    >
      {round && (
        <Group justify="space-between" mb="sm" wrap="nowrap">
          {round.final ? (
            <StateBadge tone="done">
              {seal?.state === "sealed" ? `Disegel · versi ${seal.version}` : "Hasil lengkap"}
            </StateBadge>
          ) : (
            <StateBadge tone="open">RANCANGAN: peringkat sementara</StateBadge>
          )}
          <Group gap={4}>
            <ActionIcon
              variant="default"
              aria-label="Peringkat di atasnya"
              disabled={position <= 0}
              onClick={() => step(-1)}
            >
              <IconChevronUp size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              aria-label="Peringkat di bawahnya"
              disabled={position < 0 || position + 1 >= round.rows.length}
              onClick={() => step(1)}
            >
              <IconChevronDown size={18} aria-hidden />
            </ActionIcon>
          </Group>
        </Group>
      )}
      {explained.error && (
        <Alert color="red" title="Penjelasan tidak dapat dibaca">
          {sentenceOf(explained.error)}
        </Alert>
      )}
      {explained.data && round && (
        <div className={explained.isPlaceholderData ? classes.loading : undefined}>
          <ExplanationBody
            editionId={editionId}
            round={round}
            seal={seal}
            seat={seat}
            asked={asked}
            sources={sources}
            explanation={explained.data}
          />
        </div>
      )}
      {explained.isPending && (
        <Stack aria-busy="true" aria-label="Membaca penjelasan">
          <Skeleton height={64} />
          <Skeleton height={180} />
          <Skeleton height={180} />
        </Stack>
      )}
    </Drawer>
  );
}

const none: Sources = { corrections: [], sheets: [] };

/** On a secured edition: who typed the entry's sheets, and what a correction changed. */
function useSources(
  editionId: number,
  roundId: number | undefined,
  entryId: number | undefined,
  secured: boolean,
): Sources {
  const enabled = secured && roundId !== undefined && entryId !== undefined;
  const corrections = useQuery({
    ...query.seals.corrections.queryOptions({ input: { editionId } }),
    enabled,
  });
  const keyed = useQuery({
    ...query.keyings.list.queryOptions({ input: { roundId: roundId ?? 0 } }),
    enabled,
  });
  if (!enabled) return none;
  return {
    corrections: (corrections.data ?? []).filter((one) => one.roundId === roundId).toReversed(),
    sheets: (keyed.data?.sheets ?? []).filter((sheet) => sheet.entryId === entryId),
  };
}

function ExplanationBody({
  editionId,
  round,
  seal,
  seat,
  asked,
  sources,
  explanation,
}: {
  editionId: number;
  round: RoundResultView;
  seal: SealView | null;
  seat: Seat;
  asked: Asked | null;
  sources: Sources;
  explanation: Explanation;
}) {
  const row = round.rows.find((each) => each.entryId === explanation.entryId);
  return (
    <Stack gap="md">
      <div>
        <Title order={3} mb={4}>
          {explanation.label}
        </Title>
        <div className={classes.total}>
          <span>
            <span className={classes.big}>{explanation.rank ?? "–"}</span>{" "}
            <Text span c="dimmed">
              dari {round.rows.length}
            </Text>
          </span>
          <span>
            <span className={classes.big}>
              {explanation.total === null ? "–" : formatDecimal(explanation.total, round.decimals)}
            </span>{" "}
            <Text span c="dimmed" style={{ overflowWrap: "anywhere" }}>
              {explanation.exact === null
                ? "jumlah belum dapat dihitung"
                : `tepatnya ${formatFraction(explanation.exact)}`}
            </Text>
          </span>
        </div>
        {row && row.missing !== "" && <StateBadge tone="open">{row.missing}</StateBadge>}
      </div>
      {row && (
        <ExplanationActs
          // The progress of one region's dossier is no news on another's.
          key={row.entryId}
          editionId={editionId}
          roundId={round.roundId}
          entryId={row.entryId}
          code={row.code}
          sealed={seal?.state === "sealed"}
          seat={seat}
        />
      )}
      <Stack gap={8}>
        {explanation.indicators.map((indicator) => (
          <ExplainedIndicator
            key={`${explanation.entryId} ${indicator.indicatorId}`}
            editionId={editionId}
            roundId={round.roundId}
            entryId={explanation.entryId}
            entry={explanation.label}
            sources={sources}
            indicator={indicator}
            mayType={seat.may("typing")}
            decimals={round.decimals}
            open={explanation.indicators.length <= mostOpen}
            wanted={asked?.entryId === explanation.entryId && asked.indicatorId === indicator.indicatorId}
          />
        ))}
      </Stack>
      <section aria-labelledby="langkah">
        <Title order={3} id="langkah" mb={4}>
          Cara menghitung
        </Title>
        <ol className={classes.steps}>
          {explanation.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </Stack>
  );
}
