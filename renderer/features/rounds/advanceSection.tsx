import { Group, NumberInput, SegmentedControl, Text } from "@mantine/core";
import { formatDecimal } from "../../../electron/domain/indonesian.ts";
import { DecimalField } from "./decimalField.tsx";
import type { RulesEdit } from "./edit.ts";
import { Section } from "../../components/Section.tsx";

type Choice = "top" | "atLeast" | "none";

interface AdvanceSectionProps extends RulesEdit {
  last: boolean;
  entries: number;
}

/** Who goes on to the next round. */
export function AdvanceSection({ rules, onChange, onLeave, last, entries }: AdvanceSectionProps) {
  const { advance } = rules;
  const choice: Choice = advance === null ? "none" : "top" in advance ? "top" : "atLeast";
  const choose = (next: string) => {
    if (next === choice) return;
    const made = next === "top" ? { top: 5 } : next === "atLeast" ? { atLeast: "80" } : null;
    onChange({ ...rules, advance: made });
  };
  return (
    <Section
      title="Yang maju ke babak berikutnya"
      description={
        last && advance === null ? "Ini babak terakhir: peringkatnya menentukan penghargaan." : undefined
      }
    >
      <Group align="center" mih={38}>
        <SegmentedControl
          aria-label="Yang maju"
          data={[
            { value: "top", label: "Peringkat teratas" },
            { value: "atLeast", label: "Nilai sekurang-kurangnya" },
            { value: "none", label: "Tidak ada (babak terakhir)" },
          ]}
          value={choice}
          onChange={choose}
        />
        {advance !== null && "top" in advance && (
          <>
            <NumberInput
              aria-label="Berapa peringkat teratas yang maju"
              w={90}
              value={advance.top}
              onChange={(next) =>
                typeof next === "number" && next >= 1 && onChange({ ...rules, advance: { top: next } })
              }
              onBlur={onLeave}
              min={1}
              max={514}
              allowDecimal={false}
            />
            <Text size="sm">
              {advance.top >= entries && entries > 0
                ? `daerah: semua ${entries} peserta maju`
                : `daerah maju (Top ${advance.top})`}
            </Text>
          </>
        )}
        {advance !== null && "atLeast" in advance && (
          <>
            <DecimalField
              aria-label="Nilai paling sedikit untuk maju"
              w={110}
              value={advance.atLeast}
              onChange={(atLeast) => onChange({ ...rules, advance: { atLeast } })}
              onBlur={onLeave}
            />
            <Text size="sm">semua yang nilai akhirnya {formatDecimal(advance.atLeast)} atau lebih maju</Text>
          </>
        )}
      </Group>
    </Section>
  );
}
