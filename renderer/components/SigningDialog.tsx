import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useRef, useState } from "react";
import type { ReactNode } from "react";
import { sentenceOf } from "../api/errors.tsx";
import { HashText } from "./HashText.tsx";
import { PinField } from "./PinField.tsx";

interface SigningDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What exactly is signed: "Hasil babak Paparan, versi 1". */
  what: ReactNode;
  /** The hash of what is read, as it stands when the dialog opens; absent where an act is confirmed that has none. */
  hash?: string | null;
  /** In whose name: "Kadir, ketua". */
  who: string;
  /** What follows from it, in numbers. */
  consequence: ReactNode;
  /** The verb on the button: "Tanda tangani". */
  action: string;
  /** Fields that belong to the act, above the PIN. */
  children?: ReactNode;
  disabled?: boolean;
  /** Closes the dialog when it succeeds; a failure is shown here as the sentence it is. */
  onSign: (pin: string, hash: string) => Promise<unknown>;
}

/** Before somebody puts their name to something: what, which hash, in whose name, what follows, and the PIN. */
export function SigningDialog(props: SigningDialogProps) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size="lg"
      title={<Text fw={600}>{props.title}</Text>}
    >
      <SigningForm {...props} />
    </Modal>
  );
}

function SigningForm(props: SigningDialogProps) {
  const { what, who, consequence, action, children, disabled = false, onSign, onClose } = props;
  // What stood here when it was read: the service refuses it when it is no longer so.
  const [hash] = useState(props.hash ?? "");
  const [pin, setPin] = useState("");
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const field = useRef<HTMLInputElement>(null);

  const sign = async () => {
    setRunning(true);
    setFailure(null);
    try {
      await onSign(pin, hash);
      onClose();
    } catch (error) {
      setFailure(error);
      field.current?.focus();
    } finally {
      // A PIN never outlives the act it was typed for.
      setPin("");
      setRunning(false);
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (pin !== "" && !running && !disabled) void sign();
      }}
    >
      <Stack gap="sm">
        <Text component="div" fw={600}>
          {what}
        </Text>
        {hash !== "" && (
          <Text component="div">
            Sidik jari isinya: <HashText hash={hash} />
          </Text>
        )}
        <Text component="div" size="sm">
          {consequence}
        </Text>
        {children}
        <PinField
          ref={field}
          label={
            <>
              PIN atas nama <strong>{who}</strong>
            </>
          }
          value={pin}
          onChange={setPin}
          data-autofocus={children === undefined || undefined}
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
          <Button type="submit" disabled={pin === "" || disabled} loading={running}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
