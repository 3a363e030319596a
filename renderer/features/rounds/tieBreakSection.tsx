import { ActionIcon, Group, NativeSelect, Text } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconQuote, IconX } from "@tabler/icons-react";
import { tieBreakName, tieBreakSentence } from "../../../electron/domain/roundCheck.ts";
import type { RulesEdit } from "./edit.ts";
import { moved, tieBreakChoices } from "./rulesForm.ts";
import { useReadOnly } from "../../components/ReadOnlyArea.tsx";
import { Section } from "../../components/Section.tsx";
import styles from "./tieBreak.module.css";

/** What decides between equal totals, in order, and the same as a sentence one can read aloud. */
export function TieBreakSection({ rules, onChange, first }: RulesEdit & { first: boolean }) {
  const names = new Map(rules.indicators.map(({ key, name }) => [key, name]));
  const choices = tieBreakChoices(rules, first).filter((key) => !rules.tieBreak.includes(key));
  const indicators = rules.indicators.map(({ key, name }) => ({ id: key, name }));
  const readOnly = useReadOnly();
  const set = (tieBreak: string[]) => onChange({ ...rules, tieBreak });
  return (
    <Section
      title="Bila nilai akhir sama"
      description="Penentu dipakai berurutan; setiap penentu hanya memisahkan yang masih sama."
    >
      <ol className={styles.chain}>
        {rules.tieBreak.map((key, index) => {
          const name = tieBreakName(key, names);
          return (
            <li key={key}>
              <span className={styles.place}>{index + 1}</span>
              <Text size="sm" flex={1}>
                {capitalised(name)}
              </Text>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Naikkan ${name}`}
                disabled={readOnly || index === 0}
                onClick={() => set(moved(rules.tieBreak, index, -1))}
              >
                <IconChevronUp size={18} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Turunkan ${name}`}
                disabled={readOnly || index === rules.tieBreak.length - 1}
                onClick={() => set(moved(rules.tieBreak, index, 1))}
              >
                <IconChevronDown size={18} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Hapus ${name} dari urutan`}
                onClick={() => set(rules.tieBreak.toSpliced(index, 1))}
              >
                <IconX size={18} />
              </ActionIcon>
            </li>
          );
        })}
      </ol>
      {choices.length > 0 && !readOnly && (
        <Group mt="xs">
          <NativeSelect
            aria-label="Tambah penentu"
            size="xs"
            w={330}
            value=""
            onChange={(event) => {
              if (event.currentTarget.value) set([...rules.tieBreak, event.currentTarget.value]);
            }}
            data={[
              { value: "", label: "Tambah penentu…" },
              ...choices.map((key) => ({ value: key, label: capitalised(tieBreakName(key, names)) })),
            ]}
          />
        </Group>
      )}
      <p className={styles.sentence}>
        <IconQuote size={18} aria-hidden />
        <span>{tieBreakSentence(rules.tieBreak, indicators)}</span>
      </p>
    </Section>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
