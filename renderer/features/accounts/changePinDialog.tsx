import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { query } from "../../api/client.ts";
import type { Person } from "../../api/door.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { isUsable, noPin } from "../../components/newPin.ts";
import { NewPinFields } from "../../components/NewPinFields.tsx";
import { OneTimeCodeDialog } from "../../components/OneTimeCodeDialog.tsx";
import { PinField } from "../../components/PinField.tsx";

interface ChangePinDialogProps {
  person: Person;
  opened: boolean;
  onClose: () => void;
}

/** One's own PIN, by whoever knows the old one; with it comes a recovery code that nobody else has seen. */
export function ChangePinDialog({ person, opened, onClose }: ChangePinDialogProps) {
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  return (
    <>
      <Modal opened={opened} onClose={onClose} title={<Text fw={600}>Ganti PIN {person.name}</Text>}>
        <ChangePinForm person={person} onClose={onClose} onChanged={setRecoveryCode} />
      </Modal>
      <OneTimeCodeDialog
        code={recoveryCode}
        title="PIN Anda sudah diganti. Kode pemulihan baru"
        paperTitle={`Kode pemulihan Lencana untuk ${person.name}`}
        sentences={[
          "Bila PIN terlupa, hanya kode ini yang dapat menggantinya. Kode yang lama tidak berlaku lagi; yang ini ditampilkan sekali saja.",
          "Cetak atau catat, masukkan ke amplop tertutup, dan simpan di tempat terkunci yang terpisah dari komputer ini.",
        ]}
        onDone={() => setRecoveryCode(null)}
      />
    </>
  );
}

interface ChangePinFormProps {
  person: Person;
  onClose: () => void;
  onChanged: (recoveryCode: string) => void;
}

function ChangePinForm({ person, onClose, onChanged }: ChangePinFormProps) {
  const [oldPin, setOldPin] = useState("");
  const [typed, setTyped] = useState(noPin);
  const change = useMutation(
    query.accounts.changePin.mutationOptions({
      meta: { handlesError: true },
      onSuccess: ({ recoveryCode }) => {
        onClose();
        onChanged(recoveryCode);
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
        <Text size="sm" c="dimmed">
          Setelah ini tampil kode pemulihan baru. Jendela lain tempat Anda masuk akan meminta PIN baru.
        </Text>
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
