import { Modal, Text } from "@mantine/core";
import { OneTimeCode } from "./OneTimeCode.tsx";

export interface OneTimeCodeDialogProps {
  /** Null: none to show. */
  code: string | null;
  /** What the dialog is headed with. */
  title: string;
  /** What the printed sheet is headed with. */
  paperTitle: string;
  /** On screen and on paper: what it is for, and where it is kept. */
  sentences: string[];
  onDone: () => void;
}

/** A code that is shown this once; only by saying that it is on paper does one go on. */
export function OneTimeCodeDialog({ code, title, paperTitle, sentences, onDone }: OneTimeCodeDialogProps) {
  return (
    <Modal
      opened={code !== null}
      onClose={onDone}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      size="lg"
      title={<Text fw={600}>{title}</Text>}
    >
      {code !== null && <OneTimeCode code={code} title={paperTitle} sentences={sentences} onDone={onDone} />}
    </Modal>
  );
}
