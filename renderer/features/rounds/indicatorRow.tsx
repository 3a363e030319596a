import { ActionIcon, NativeSelect } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconTrash } from "@tabler/icons-react";
import type { IndicatorRules, RoundRules } from "../../../electron/contract/rounds.ts";
import { compare, parseDecimal, zero } from "../../../electron/domain/exact.ts";
import { CellInput } from "../../components/CellInput.tsx";
import { useReadOnly } from "../../components/ReadOnlyArea.tsx";
import { DecimalCell } from "./decimalCell.tsx";
import { changeIndicator, dropIndicator, moved } from "./rulesForm.ts";
import styles from "./indicators.module.css";

interface IndicatorRowProps {
  indicator: IndicatorRules;
  index: number;
  rules: RoundRules;
  onChange: (rules: RoundRules) => void;
  /** A field was left: save now. */
  onLeave: () => void;
}

/** One indicator as a row of cells that can be typed in at once. */
export function IndicatorRow({ indicator, index, rules, onChange, onLeave }: IndicatorRowProps) {
  const { key, name, weight, scale, direction } = indicator;
  const readOnly = useReadOnly();
  const set = (part: Partial<IndicatorRules>) => onChange(changeIndicator(rules, index, part));
  const move = (by: number) => onChange({ ...rules, indicators: moved(rules.indicators, index, by) });
  const cell = (column: string, words: string) => ({
    row: index,
    column,
    label: `${words}, ${name}`,
    onLeave,
  });
  return (
    <tr>
      <td>
        <span className={styles.moves}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Naikkan ${name}`}
            disabled={readOnly || index === 0}
            onClick={() => move(-1)}
          >
            <IconChevronUp size={18} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Turunkan ${name}`}
            disabled={readOnly || index === rules.indicators.length - 1}
            onClick={() => move(1)}
          >
            <IconChevronDown size={18} />
          </ActionIcon>
        </span>
      </td>
      <td>
        <CellInput
          {...cell("key", "Kode")}
          value={key}
          maxLength={64}
          onCommit={(text) => {
            if (text === "") return "Wajib diisi";
            const taken = rules.indicators.some((other, at) => at !== index && other.key === text);
            if (taken) return "Kode ini sudah dipakai";
            set({ key: text });
            return null;
          }}
        />
      </td>
      <td>
        <CellInput
          {...cell("name", "Nama indikator")}
          wraps
          value={name}
          onCommit={(text) => {
            if (text === "") return "Wajib diisi";
            set({ name: text });
            return null;
          }}
        />
      </td>
      <td>
        <DecimalCell
          {...cell("weight", "Bobot")}
          live
          value={weight}
          check={(value) => (compare(parseDecimal(value), zero) < 0 ? "Tidak boleh negatif" : null)}
          onChange={(next) => set({ weight: next ?? "0" })}
        />
      </td>
      <td>
        <DecimalCell
          {...cell("min", "Nilai terendah")}
          value={scale.min}
          check={(value) => (isBelow(value, scale.max) ? null : "Harus di bawah nilai tertinggi")}
          onChange={(min) => set({ scale: { ...scale, min: min ?? "0" } })}
        />
      </td>
      <td>
        <DecimalCell
          {...cell("max", "Nilai tertinggi")}
          value={scale.max}
          check={(value) => (isBelow(scale.min, value) ? null : "Harus di atas nilai terendah")}
          onChange={(max) => set({ scale: { ...scale, max: max ?? "100" } })}
        />
      </td>
      <td>
        <DecimalCell
          {...cell("step", "Kelipatan")}
          optional
          placeholder="bebas"
          value={scale.step}
          check={(value) => (isBelow("0", value) ? null : "Harus di atas 0")}
          onChange={(step) => set({ scale: { ...scale, step } })}
        />
      </td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={`Arah terbaik, ${name}`}
          data={[
            { value: "higher", label: "Tertinggi" },
            { value: "lower", label: "Terendah" },
          ]}
          value={direction}
          onChange={(event) => set({ direction: event.currentTarget.value === "lower" ? "lower" : "higher" })}
        />
      </td>
      <td>
        <span className={styles.moves}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Hapus ${name}`}
            onClick={() => onChange(dropIndicator(rules, index))}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </span>
      </td>
    </tr>
  );
}

function isBelow(low: string, high: string): boolean {
  return compare(parseDecimal(low), parseDecimal(high)) < 0;
}
