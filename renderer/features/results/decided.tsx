import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { RoundResultView } from "../../../electron/contract/results.ts";
import { listInWords } from "../../../electron/domain/indonesian.ts";
import { query } from "../../api/client.ts";
import { ConfirmByName } from "../../components/ConfirmByName.tsx";
import { dateAndTime } from "../../components/time.ts";

type Decision = RoundResultView["decisions"][number];

/** How ties were broken: those that the rules split in words, those that were decided with reason and withdrawal. */
export function BrokenTies({ round, mayWithdraw }: { round: RoundResultView; mayWithdraw: boolean }) {
  if (round.ties.length === 0 && round.decisions.length === 0) return null;
  return (
    <section className="panel" style={{ padding: 16 }} aria-labelledby="seri-pecah">
      <Title order={2} id="seri-pecah" mb="xs">
        Nilai sama dan pembedanya
      </Title>
      <Stack gap="xs">
        {round.ties.map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
        {round.decisions.map((decision) => (
          <DecisionLine key={decision.id} round={round} decision={decision} mayWithdraw={mayWithdraw} />
        ))}
      </Stack>
    </section>
  );
}

function DecisionLine({
  round,
  decision,
  mayWithdraw,
}: {
  round: RoundResultView;
  decision: Decision;
  mayWithdraw: boolean;
}) {
  const [asking, setAsking] = useState(false);
  const withdraw = useMutation(
    query.results.withdrawDecision.mutationOptions({ meta: { handlesError: true } }),
  );
  const labels = decision.entryIds.map(
    (id) => round.rows.find((row) => row.entryId === id)?.label ?? "peserta yang sudah dihapus",
  );
  // The sentence of the tie gives the reason, as long as the tie is there.
  const told = round.ties.some((sentence) => sentence.includes(decision.reason));
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="lg">
      <div>
        <Text>
          Keputusan panel: <strong>{labels.join(", lalu ")}</strong>
        </Text>
        <Text size="sm" c="dimmed">
          Dicatat {dateAndTime(decision.decidedAt)}. {!told && decision.reason}
        </Text>
      </div>
      {mayWithdraw && (
        <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
          Tarik keputusan…
        </Button>
      )}
      <ConfirmByName
        opened={asking}
        onClose={() => setAsking(false)}
        title="Tarik keputusan"
        consequence={`Urutan ${labels.length} daerah (${listInWords(labels)}) kembali terbuka. Babak "${round.name}" dan babak sesudahnya kembali menjadi pratinjau, dan dokumennya kembali menjadi rancangan sampai keputusan baru dicatat.`}
        name={labels[0] ?? ""}
        nameLabel="nama daerah pertama"
        action="Tarik keputusan"
        onConfirm={() => withdraw.mutateAsync({ decisionId: decision.id })}
      />
    </Group>
  );
}
