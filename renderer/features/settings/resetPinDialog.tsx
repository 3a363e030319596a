import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { AccountRow } from "../../../electron/contract/accounts.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { isUsable, noPin } from "../../components/newPin.ts";
import { NewPinFields } from "../../components/NewPinFields.tsx";

interface ResetPinDialogProps {
  /** Null: nobody chosen. */
  account: AccountRow | null;
  onClose: () => void;
}

/** A new PIN for somebody who has forgotten theirs. */
export function ResetPinDialog({ account, onClose }: ResetPinDialogProps) {
  return (
    <Modal
      opened={account !== null}
      onClose={onClose}
      title={<Text fw={600}>Setel PIN {account?.name ?? ""}</Text>}
    >
      {account && <ResetPinForm account={account} onClose={onClose} />}
    </Modal>
  );
}

function ResetPinForm({ account, onClose }: { account: AccountRow; onClose: () => void }) {
  const [typed, setTyped] = useState(noPin);
  const reset = useMutation(
    query.accounts.resetPin.mutationOptions({
      meta: { handlesError: true },
      onSuccess: () => {
        notifications.show({ message: `PIN baru ${account.name} sudah berlaku.`, withBorder: true });
        onClose();
      },
    }),
  );
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (isUsable(typed) && !reset.isPending) reset.mutate({ accountId: account.id, pin: typed.pin });
      }}
    >
      <Stack>
        <Text size="sm">
          PIN yang lama tidak berlaku lagi, dan penyetelan ini tercatat di buku catatan. Minta {account.name}{" "}
          menggantinya lewat “Ganti PIN” setelah masuk.
        </Text>
        <NewPinFields value={typed} onChange={setTyped} />
        {reset.error && (
          <Text role="alert" size="sm" c="var(--lencana-stop)">
            {sentenceOf(reset.error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={reset.isPending}>
            Batal
          </Button>
          <Button type="submit" loading={reset.isPending} disabled={!isUsable(typed)}>
            Setel PIN
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
