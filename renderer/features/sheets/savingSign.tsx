import { Button, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconPencil } from "@tabler/icons-react";
import { clockTime } from "../../components/time.ts";
import type { SavingState } from "./sheetStore.ts";
import styles from "./sheet.module.css";

/** "Tersimpan 10.41", or how many values wait and why. */
export function SavingSign({ saving, onRetry }: { saving: SavingState; onRetry: () => void }) {
  return (
    <div role="status" className={styles.saving} data-kind={saving.kind}>
      <Words saving={saving} onRetry={onRetry} />
    </div>
  );
}

function Words({ saving, onRetry }: { saving: SavingState; onRetry: () => void }) {
  switch (saving.kind) {
    case "saving":
      return (
        <Text size="sm" className={styles.sign}>
          <IconPencil size={16} aria-hidden /> Menyimpan…
        </Text>
      );
    case "saved":
      return (
        <Text size="sm" className={styles.sign}>
          <IconCheck size={16} aria-hidden /> Tersimpan {clockTime(saving.at)}
        </Text>
      );
    case "failed":
      return (
        <>
          <Text size="sm" className={styles.sign} title={saving.sentence}>
            <IconAlertTriangle size={16} aria-hidden /> {saving.values} nilai belum tersimpan, dicoba lagi
            otomatis
          </Text>
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            Simpan sekarang
          </Button>
        </>
      );
    default:
      return null;
  }
}
