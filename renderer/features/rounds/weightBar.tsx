import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { IndicatorRules } from "../../../electron/contract/rounds.ts";
import { typedText } from "../../components/typedDecimal.ts";
import { weightStanding, weightWidths } from "./weights.ts";
import styles from "./weightBar.module.css";

/** The weights as a bar that must fill to exactly 100. */
export function WeightBar({ indicators }: { indicators: IndicatorRules[] }) {
  const standing = weightStanding(indicators);
  const { widths, hundredAt } = weightWidths(indicators);
  const Sign = standing.state === "exact" ? IconCheck : IconAlertTriangle;
  return (
    <div className={styles.frame} data-state={standing.state}>
      <div className={styles.bar} aria-hidden>
        {indicators.map((indicator, index) => (
          <span
            key={indicator.key}
            className={styles.part}
            style={{ width: `${widths[index]}%` }}
            title={`${indicator.name} · ${typedText(indicator.weight)}`}
          >
            {(widths[index] ?? 0) > 9 ? indicator.key : ""}
          </span>
        ))}
        {standing.state === "over" && <span className={styles.limit} style={{ left: `${hundredAt}%` }} />}
      </div>
      <output className={styles.words} aria-label="Jumlah bobot">
        <Sign size={18} aria-hidden />
        <strong>{standing.words}</strong>
        {standing.state !== "exact" && <span>· jumlah bobot {standing.sum}, harus tepat 100</span>}
      </output>
    </div>
  );
}
