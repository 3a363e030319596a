import { Anchor, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconPencil } from "@tabler/icons-react";
import { sentenceOf } from "../api/errors.tsx";
import type { SaverState } from "./saver.ts";
import { clockTime } from "./time.ts";
import styles from "./SavedSign.module.css";

interface SavedSignProps {
  state: SaverState;
  /** A field is wrong as typed, so nothing is sent until it is mended. */
  invalid?: boolean;
  onRetry?: () => void;
  /** The page itself says why saving failed. */
  brief?: boolean;
}

/** The quiet sign of a form that saves itself: "Tersimpan 10.41". */
export function SavedSign({ state, invalid = false, onRetry, brief = false }: SavedSignProps) {
  return (
    <output className={styles.sign}>
      {invalid ? (
        <Text size="sm" className={styles.stop}>
          <IconAlertTriangle size={16} aria-hidden /> Belum tersimpan: perbaiki isian bertanda merah
        </Text>
      ) : (
        <Words state={state} onRetry={onRetry} brief={brief} />
      )}
    </output>
  );
}

function Words({ state, onRetry, brief }: Omit<SavedSignProps, "invalid">) {
  if (state.kind === "idle") return null;
  if (state.kind === "saved") {
    return (
      <Text size="sm" className={styles.done}>
        <IconCheck size={16} aria-hidden /> Tersimpan {clockTime(state.at)}
      </Text>
    );
  }
  if (state.kind === "failed") {
    return (
      <Text size="sm" className={styles.stop}>
        <IconAlertTriangle size={16} aria-hidden /> Belum tersimpan
        {brief ? "" : `: ${sentenceOf(state.error)}`}
        {onRetry && !brief && (
          <Anchor component="button" type="button" size="sm" onClick={onRetry}>
            Coba lagi
          </Anchor>
        )}
      </Text>
    );
  }
  return (
    <Text size="sm" c="dimmed" className={styles.line}>
      <IconPencil size={16} aria-hidden /> Menyimpan…
    </Text>
  );
}
