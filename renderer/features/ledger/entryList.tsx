import { Text } from "@mantine/core";
import type { LedgerRow } from "../../../electron/contract/ledger.ts";
import { whenWords, whoWords } from "./filter.ts";
import styles from "./ledger.module.css";

/** The entries as a table: when, who and from where, what was done with old and new value, and why. */
export function EntryList({ rows }: { rows: readonly LedgerRow[] }) {
  return (
    <div className={`panel ${styles.frame}`}>
      <table className={styles.table} aria-label="Catatan, terbaru di atas">
        <thead>
          <tr>
            <th scope="col" className="figure">
              No.
            </th>
            <th scope="col">Waktu</th>
            <th scope="col">Siapa, dari mana</th>
            <th scope="col">Tindakan</th>
            <th scope="col">Semula → menjadi</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.seq}>
              <td className="figure">{row.seq}</td>
              <td className={styles.when}>{whenWords(row.at)}</td>
              <td>
                {whoWords(row)}
                <Text span size="sm" c="dimmed" display="block">
                  {row.from}
                </Text>
              </td>
              <td>
                {row.sentence}
                {row.reason !== null && (
                  <Text span size="sm" display="block">
                    Alasan: {row.reason}
                  </Text>
                )}
              </td>
              <td className={styles.values}>
                <Values {...row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Longer ones are whole records, whose changes the sentence names already. */
const longestShown = 60;

function Values({ old, new: after }: Pick<LedgerRow, "old" | "new">) {
  if (old === null && after === null) return null;
  const change = (
    <>
      {old ?? "–"} → <strong>{after ?? "–"}</strong>
    </>
  );
  if ((old ?? "").length + (after ?? "").length <= longestShown) return change;
  return (
    <details>
      <summary>Rincian</summary>
      {change}
    </details>
  );
}
