import { Button, Group, Stack, Text } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { createPortal } from "react-dom";
import styles from "./OneTimeCode.module.css";

interface OneTimeCodeProps {
  /** In groups, with dashes between them. */
  code: string;
  /** What the printed sheet is headed with. */
  title: string;
  /** On screen and on paper: what it is for, and where it is kept. */
  sentences: string[];
  onDone: () => void;
}

/** A code that is shown this once: to be printed or written down before one goes on. */
export function OneTimeCode({ code, title, sentences, onDone }: OneTimeCodeProps) {
  return (
    <Stack>
      {sentences.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      <Code code={code} />
      <Group justify="space-between">
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
          data-autofocus
        >
          Cetak
        </Button>
        <Button onClick={onDone}>Saya sudah mencetak atau mencatatnya</Button>
      </Group>
      {createPortal(
        <div className={styles.paper} aria-hidden>
          <h1>{title}</h1>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <Code code={code} />
        </div>,
        document.body,
      )}
    </Stack>
  );
}

function Code({ code }: { code: string }) {
  return (
    <div className={styles.code} data-code>
      {code.split("-").map((group, index, all) => (
        // A group may come twice; its place is what names it.
        <span key={`${index} ${group}`}>
          <span className={styles.group}>{group}</span>
          {index < all.length - 1 ? "-" : ""}
        </span>
      ))}
    </div>
  );
}
