import { Button, Group, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Notice } from "./notice.tsx";

export interface OpenRegion {
  row: number;
  text: string;
  candidates: { code: string; label: string }[];
}

interface RegionQuestionsProps {
  open: OpenRegion[];
  onBack: () => void;
  /** Text → region code, or an empty text for a row that is left out. */
  onAnswers: (answers: Record<string, string>) => void;
}

const leftOut = "-";

/** Asks one by one which region an unclear name means; nothing is guessed. */
export function RegionQuestions({ open, onBack, onAnswers }: RegionQuestionsProps) {
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [chosen, setChosen] = useState("");
  const place = Object.keys(answers).length;
  const asked = open[place];
  if (!asked) return null;

  function answer() {
    if (!asked || chosen === "") return;
    const next = { ...answers, [asked.text]: chosen === leftOut ? "" : chosen };
    setChosen("");
    setAnswers(next);
    if (Object.keys(next).length === open.length) onAnswers(next);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        answer();
      }}
    >
      <Stack>
        <Notice kind="asks" title="Belum ada yang disimpan">
          <div>
            {open.length === 1 ? "Satu daerah" : `${open.length} daerah`} dalam berkas belum pasti. Jawab satu
            per satu, lalu nilainya disimpan sekaligus.
          </div>
        </Notice>
        <Radio.Group
          // A new question is a new group: focus and choice begin anew.
          key={asked.text}
          label={
            <Text component="span" size="lg">
              Baris {asked.row}: <strong>“{asked.text}”</strong> itu daerah yang mana?
            </Text>
          }
          description={`Pertanyaan ${place + 1} dari ${open.length}`}
          value={chosen}
          onChange={setChosen}
        >
          <Stack gap={8} mt="sm">
            {asked.candidates.map(({ code, label }, index) => (
              <Radio
                key={code}
                value={code}
                label={`${label} (${code})`}
                data-autofocus={index === 0 || undefined}
              />
            ))}
            <Radio value={leftOut} label="Bukan peserta babak ini, lewati barisnya" />
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            Kembali ke kolom
          </Button>
          <Button type="submit" disabled={chosen === ""}>
            {place + 1 === open.length ? "Simpan nilai" : "Berikutnya"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
