import { Group, NumberInput, Radio, Stack } from "@mantine/core";
import { compare, hundred, parseDecimal, zero } from "../../../electron/domain/exact.ts";
import { DecimalField } from "./decimalField.tsx";
import type { RulesEdit } from "./edit.ts";
import { Section } from "../../components/Section.tsx";

const aggregates = [
  { value: "mean", label: "Rata-rata", description: "Semua panelis dihitung sama." },
  { value: "median", label: "Median", description: "Nilai tengah; satu nilai ekstrem tidak berpengaruh." },
  {
    value: "trimmedMean",
    label: "Rata-rata terpangkas",
    description: "Satu nilai tertinggi dan satu terendah tidak dihitung, bila panelisnya 3 atau lebih.",
  },
] as const;

/** How many scores become one total. */
export function SummingSection({ rules, onChange, onLeave, first }: RulesEdit & { first: boolean }) {
  return (
    <Section title="Penjumlahan">
      <Group align="flex-start" gap="xl" wrap="nowrap">
        {rules.kind === "panel" && (
          <Radio.Group
            label="Nilai panelis digabung dengan"
            flex={1}
            value={rules.aggregate}
            onChange={(next) => {
              const aggregate = aggregates.find(({ value }) => value === next)?.value;
              if (aggregate) onChange({ ...rules, aggregate });
            }}
          >
            <Stack gap={8} mt={6}>
              {aggregates.map((choice) => (
                <Radio key={choice.value} {...choice} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <NumberInput
          w={210}
          label="Angka di belakang koma"
          description="Nilai akhir dibulatkan sampai sekian, lalu dibandingkan."
          value={rules.decimals}
          onChange={(next) => typeof next === "number" && onChange({ ...rules, decimals: next })}
          onBlur={onLeave}
          min={0}
          max={10}
          allowDecimal={false}
        />
        <DecimalField
          w={210}
          label="Bawaan babak sebelumnya (%)"
          description={
            first ? "Babak pertama tidak membawa nilai." : "Bagian nilai akhir dari babak sebelumnya."
          }
          value={rules.carry}
          disabled={first && rules.carry === "0"}
          check={(value) => {
            const exact = parseDecimal(value);
            return compare(exact, zero) < 0 || compare(exact, hundred) > 0 ? "Harus 0–100" : null;
          }}
          onChange={(carry) => onChange({ ...rules, carry })}
          onBlur={onLeave}
        />
      </Group>
    </Section>
  );
}
