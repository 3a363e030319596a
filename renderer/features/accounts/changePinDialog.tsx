import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { query } from "../../api/client.ts";
import type { Person } from "../../api/door.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { isUsable, noPin } from "../../components/newPin.ts";
import { NewPinFields } from "../../components/NewPinFields.tsx";
import { PinField } from "../../components/PinField.tsx";

interface ChangePinDialogProps {
  person: Person;
  opened: boolean;
  onClose: () => void;
}

/** One's own PIN, by whoever knows the old one. */
export function ChangePinDialog(props: ChangePinDialogProps) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={<Text fw={600}>Ganti PIN {props.person.name}</Text>}
    >
      <ChangePinForm {...props} />
    </Modal>
  );
}

function ChangePinForm({ person, onClose }: ChangePinDialogProps) {
  const [oldPin, setOldPin] = useState("");
  const [typed, setTyped] = useState(noPin);
  const change = useMutation(
    query.accounts.changePin.mutationOptions({
      meta: { handlesError: true },
      onSuccess: () => {
        notifications.show({ message: "PIN Anda sudah diganti.", withBorder: true });
        onClose();
      },
    }),
  );
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (oldPin !== "" && isUsable(typed) && !change.isPending)
          change.mutate({ accountId: person.id, oldPin, newPin: typed.pin });
      }}
    >
      <Stack>
        <PinField
          label="PIN lama"
          value={oldPin}
          onChange={(next) => {
            setOldPin(next);
            if (change.isError) change.reset();
          }}
          error={change.error && sentenceOf(change.error)}
          data-autofocus
        />
        <NewPinFields value={typed} onChange={setTyped} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Batal
          </Button>
          <Button type="submit" loading={change.isPending} disabled={oldPin === "" || !isUsable(typed)}>
            Ganti PIN
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
