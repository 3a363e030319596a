import { Alert, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useState } from "react";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { findReasonFault } from "../../components/reasonFault.ts";
import styles from "./keying.module.css";

interface SendBackProps {
  place: { roundId: number; entryId: number; panelistId: number | null };
  /** What is emptied by it. */
  consequence: string;
}

/** Sends a sheet back to be typed anew, with the reason. */
export function SendBack({ place, consequence }: SendBackProps) {
  const [opened, setOpened] = useState(false);
  const [note, setNote] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const sendBack = useMutation({ ...query.keyings.confirm.mutationOptions(), meta: { handlesError: true } });

  if (!opened) {
    return (
      <Group>
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={18} aria-hidden />}
          onClick={() => setOpened(true)}
        >
          Kembalikan lembar ini…
        </Button>
      </Group>
    );
  }
  return (
    <form
      className={styles.cell}
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = findReasonFault(note, "Tulis alasan lembar ini dikembalikan");
        if (wrong !== null) setFault(wrong);
        else sendBack.mutate({ ...place, accept: false, note });
      }}
    >
      <Stack gap="xs">
        <Text size="sm">{consequence} Operator mengetik ulang seluruh lembar dari kertas.</Text>
        <Textarea
          label="Alasan dikembalikan"
          placeholder="Lembar yang diketik milik daerah lain"
          value={note}
          onChange={(event) => {
            setNote(event.currentTarget.value);
            setFault(null);
          }}
          error={fault}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={2000}
          data-autofocus
        />
        {sendBack.error && (
          <Alert color="red" p="xs" role="alert">
            {sentenceOf(sendBack.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setOpened(false)}>
            Batal
          </Button>
          <Button type="submit" color="red.9" loading={sendBack.isPending}>
            Kembalikan lembar
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
