import { Button, Group, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconScale } from "@tabler/icons-react";
import { useState } from "react";
import type { RoundResultView } from "../../../electron/contract/results.ts";
import { formatDecimal, listInWords } from "../../../electron/domain/indonesian.ts";
import { findReasonFault } from "../../components/reasonFault.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { orderInWords } from "./order.ts";
import { OrderList } from "../../components/OrderList.tsx";
import type { OrderedEntry } from "../../components/OrderList.tsx";

/** The ties that no rule splits, each with its form: an order, a reason, and the order said back. */
export function UndecidedTies({ round, mayDecide }: { round: RoundResultView; mayDecide: boolean }) {
  if (round.undecided.length === 0) return null;
  return (
    <section className="panel" style={{ padding: 16 }} aria-labelledby="seri-terbuka">
      <Group gap="xs" mb={4} c="var(--lencana-stop)">
        <IconScale size={22} aria-hidden />
        <Title order={2} id="seri-terbuka">
          Seri yang belum diputuskan
        </Title>
      </Group>
      <Stack gap="lg">
        {round.undecided.map((group) =>
          mayDecide ? (
            <TieForm key={group.join("-")} round={round} group={group} />
          ) : (
            <Text key={group.join("-")}>
              {listInWords(round.rows.filter((row) => group.includes(row.entryId)).map((row) => row.label))}{" "}
              sama nilainya, dan tidak ada aturan yang membedakannya. Urutannya dicatat oleh ketua atau
              sekretaris.
            </Text>
          ),
        )}
      </Stack>
    </section>
  );
}

function TieForm({ round, group }: { round: RoundResultView; group: readonly number[] }) {
  const rows = round.rows.filter((row) => group.includes(row.entryId));
  const firstRank = rows[0]?.rank ?? 1;
  const [entries, setEntries] = useState<readonly OrderedEntry[]>(() =>
    rows.map((row) => ({
      id: row.entryId,
      label: row.label,
      detail: row.total === null ? "–" : formatDecimal(row.total, round.decimals),
    })),
  );
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const decide = useMutation({ ...query.results.decide.mutationOptions(), meta: { handlesError: true } });

  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const wrong = findReasonFault(reason, "Tulis alasan dan dasar keputusannya");
    setFault(wrong);
    if (wrong !== null) return;
    decide.mutate({ roundId: round.roundId, order: entries.map((entry) => entry.id), reason });
  };

  return (
    <form onSubmit={submit}>
      <Text mb="xs">
        {listInWords(rows.map((row) => row.label))} sama-sama {entries[0]?.detail}
        {round.cut ? ` di batas ${round.cut.label}` : ""}, dan tidak ada aturan yang membedakannya. Susun
        urutannya sesuai keputusan panel, yang terbaik paling atas.
      </Text>
      <Group align="flex-start" gap="lg" wrap="nowrap">
        <div style={{ flex: "1 1 50%", minWidth: 0 }}>
          <OrderList entries={entries} firstRank={firstRank} onChange={setEntries} />
        </div>
        <Stack gap="xs" style={{ flex: "1 1 50%" }}>
          <Textarea
            label="Alasan dan dasar keputusan"
            placeholder="Rapat pleno panelis 5 Oktober 2021: …"
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
              setFault(null);
            }}
            error={fault ?? (decide.error ? sentenceOf(decide.error) : undefined)}
            autosize
            minRows={2}
            maxRows={6}
          />
          <Text size="sm">
            Yang dicatat:{" "}
            <strong>
              {orderInWords(
                entries.map((entry) => entry.label),
                firstRank,
              )}
            </strong>
            .
          </Text>
          <Group>
            <Button type="submit" loading={decide.isPending}>
              Catat keputusan
            </Button>
          </Group>
        </Stack>
      </Group>
    </form>
  );
}
