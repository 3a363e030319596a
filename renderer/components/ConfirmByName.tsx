import { Alert, Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ReactNode } from "react";
import { sentenceOf } from "../api/errors.tsx";

interface ConfirmByNameProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will happen, in numbers: "Menghapus 38 daerah dan 412 nilai." */
  consequence: ReactNode;
  /** What must be typed, letter by letter. */
  name: string;
  /** What the name is of: "judul edisi". */
  nameLabel: string;
  /** The verb on the button: "Hapus edisi". */
  action: string;
  /** Closes the dialog when it succeeds; a failure is shown here, so its mutation handles its error. */
  onConfirm: () => Promise<unknown>;
}

/** Before a dangerous act: says what it will do, and asks to type the name of what it is done to. */
export function ConfirmByName(props: ConfirmByNameProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={<Text fw={600}>{props.title}</Text>}>
      <ConfirmForm {...props} />
    </Modal>
  );
}

function ConfirmForm({ consequence, name, nameLabel, action, onConfirm, onClose }: ConfirmByNameProps) {
  const [typed, setTyped] = useState("");
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const matches = typed.trim() === name.trim();

  const confirm = async () => {
    setRunning(true);
    setFailure(null);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setRunning(false);
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (matches && !running) void confirm();
      }}
    >
      <Stack>
        <Text component="div">{consequence}</Text>
        <TextInput
          label={
            <>
              Ketik {nameLabel} untuk melanjutkan: <strong>{name}</strong>
            </>
          }
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        {failure !== null && (
          <Alert color="red" p="xs" role="alert">
            {sentenceOf(failure)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={running}>
            Batal
          </Button>
          <Button type="submit" color="red.9" disabled={!matches} loading={running}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
