import { Autocomplete, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { PaperRow } from "../../../electron/contract/documents.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";

const usual = ["Lembar rusak atau basah", "Lembar hilang", "Salah baca"];
const fewest = 3;

/** Asks why papers count as printed no more: the ledger keeps the answer. */
export function UnmarkDialog({
  editionId,
  papers,
  onClose,
}: {
  editionId: number;
  /** None: closed. */
  papers: readonly PaperRow[];
  onClose: () => void;
}) {
  const [reason, setReason] = useState("");
  const unmark = useMutation(
    query.documents.unmarkPrinted.mutationOptions({
      meta: { handlesError: true },
      onSuccess: () => {
        setReason("");
        onClose();
      },
    }),
  );
  const [first] = papers;
  const ready = reason.trim().length >= fewest;
  return (
    <Modal opened={papers.length > 0} onClose={onClose} title={<Text fw={600}>Hapus tanda tercetak?</Text>}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const keys = papers.map(({ key }) => key);
          if (ready && !unmark.isPending) unmark.mutate({ editionId, keys, reason: reason.trim() });
        }}
      >
        <Stack>
          <Text size="sm">
            {papers.length === 1 ? `"${first?.title}"` : `${papers.length} dokumen`} tidak lagi dihitung
            tercetak, dan setiap lembarnya harus dibaca lagi.
          </Text>
          <Autocomplete
            label="Alasan"
            data={usual}
            value={reason}
            onChange={setReason}
            maxLength={200}
            error={unmark.error ? sentenceOf(unmark.error) : null}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Batal
            </Button>
            <Button type="submit" color="red" disabled={!ready} loading={unmark.isPending}>
              Hapus tanda
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
