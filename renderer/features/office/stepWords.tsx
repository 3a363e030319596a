import { Text, Textarea } from "@mantine/core";
import { longestSpeech } from "../../../electron/contract/office.ts";
import type { TypedItem } from "./detailsForm.ts";

interface StepWordsProps {
  item: TypedItem;
  called: string;
  error: string | undefined;
  onChange: (words: string) => void;
  onBlur: () => void;
}

/** What the one who leads the ceremony reads at a step, in the office's own words. */
export function StepWords({ item, called, error, onChange, onBlur }: StepWordsProps) {
  if (item.step === "awards") {
    return (
      <Text size="sm" c="dimmed">
        Nama penerima dan urutannya diambil dari peringkat dan daftar daerah; tidak diketik.
      </Text>
    );
  }
  return (
    <Textarea
      aria-label={`Kata pembawa acara: ${called}`}
      description="Bila kosong, dipakai kalimat yang biasa. Satu paragraf per baris; baris dalam [kurung siku] tidak dibaca; {petugas} diganti dengan petugasnya."
      autosize
      minRows={2}
      maxRows={12}
      maxLength={longestSpeech}
      value={item.words}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
    />
  );
}
