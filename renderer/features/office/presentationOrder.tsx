import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { IconDice5 } from "@tabler/icons-react";
import { useState } from "react";
import type { OfficeView, RoundEventView } from "../../../electron/contract/office.ts";
import { query } from "../../api/client.ts";
import { ConfirmByName } from "../../components/ConfirmByName.tsx";
import { OrderList } from "../../components/OrderList.tsx";
import { drawAgainSentence, lettersOutNote } from "./drawAgain.ts";

interface PresentationOrderProps {
  event: RoundEventView;
  onSaved: (view: OfficeView) => void;
}

/** In which order the finalists of a round present: put by hand or drawn by lot. */
export function PresentationOrder({ event, onSaved }: PresentationOrderProps) {
  const { roundId, entries, order, lot, lettersOut } = event;
  const client = useQueryClient();
  const set = useMutation(query.office.setOrder.mutationOptions({ onSuccess: onSaved }));
  const words =
    order === null
      ? "Belum ditetapkan: urutannya masih menurut daftar daerah. Seret, pakai tombol panah, atau undi."
      : order === "lot"
        ? `Diundi, benih ${lot ?? ""}: dengan benih yang sama urutannya dapat diundi ulang dan diperiksa.`
        : "Disusun oleh sekretariat.";
  const note = lettersOutNote(lettersOut);
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} size="sm">
          Urutan presentasi
        </Text>
        <DrawButton event={event} onSaved={onSaved} />
      </Group>
      <Text size="sm" c="dimmed">
        {entries.length === 0 ? "Finalis belum ada; selesaikan babak sebelumnya." : words}
      </Text>
      {note !== null && <Text size="sm">{note}</Text>}
      <OrderList
        entries={entries.map(({ id, label }) => ({ id, label, detail: "" }))}
        firstRank={1}
        word="giliran"
        onChange={(next) => {
          const entryIds = next.map(({ id }) => id);
          const labels = new Map(entries.map((entry) => [entry.id, entry]));
          // What is dragged stays where it was dropped while it is being saved.
          client.setQueriesData<OfficeView>(
            { queryKey: query.office.get.key() },
            (view) =>
              view && {
                ...view,
                rounds: view.rounds.map((one) =>
                  one.roundId === roundId ? { ...one, entries: entryIds.map((id) => labels.get(id)!) } : one,
                ),
              },
          );
          set.mutate({ roundId, entryIds });
        }}
      />
    </Stack>
  );
}

/** The first draw asks nothing; one that replaces an order says what it does and asks for a word. */
function DrawButton({ event, onSaved }: PresentationOrderProps) {
  const { roundId, entries, order } = event;
  const [asking, setAsking] = useState(false);
  const first = useMutation(query.office.drawOrder.mutationOptions({ onSuccess: onSaved }));
  const again = useMutation(
    query.office.drawOrder.mutationOptions({ onSuccess: onSaved, meta: { handlesError: true } }),
  );
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconDice5 size={16} aria-hidden />}
        disabled={entries.length < 2}
        loading={first.isPending}
        onClick={() => (order === null ? first.mutate({ roundId }) : setAsking(true))}
      >
        {order === null ? "Undi urutan" : "Undi ulang"}
      </Button>
      <ConfirmByName
        opened={asking}
        onClose={() => setAsking(false)}
        title="Undi ulang urutan presentasi"
        consequence={drawAgainSentence(event)}
        name="UNDI"
        nameLabel="kata ini"
        action="Undi ulang"
        onConfirm={() => again.mutateAsync({ roundId, replaces: true })}
      />
    </>
  );
}
