import { Button, Group, Text } from "@mantine/core";
import { IconBooks, IconPlus } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { RulesEdit } from "./edit.ts";
import { IndicatorRow } from "./indicatorRow.tsx";
import { LibraryDialog } from "./libraryDialog.tsx";
import { freshIndicator } from "./rulesForm.ts";
import { useReadOnly } from "../../components/ReadOnlyArea.tsx";
import { Section } from "../../components/Section.tsx";
import { WeightBar } from "./weightBar.tsx";
import styles from "./indicators.module.css";

/** The indicators with weights and scales, and the bar that must fill to 100. */
export function IndicatorsSection({ rules, onChange, onLeave }: RulesEdit) {
  const [library, setLibrary] = useState(false);
  const readOnly = useReadOnly();
  const table = useRef<HTMLTableElement>(null);

  const add = () => {
    // At once, so that the new row is there and its name waits to be typed over.
    flushSync(() => onChange({ ...rules, indicators: [...rules.indicators, freshIndicator(rules)] }));
    const names = table.current?.querySelectorAll<HTMLTextAreaElement>('[data-column="name"]');
    const last = names?.[names.length - 1];
    last?.focus();
    last?.select();
  };

  return (
    <Section
      title="Indikator dan bobot"
      description="Bobot dalam persen. Skala menentukan angka yang boleh diketik; kelipatan boleh kosong."
      actions={
        !readOnly && (
          <Group gap="xs" wrap="nowrap">
            <Button
              variant="default"
              leftSection={<IconBooks size={18} aria-hidden />}
              onClick={() => setLibrary(true)}
            >
              Dari pustaka…
            </Button>
            <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
              Tambah
            </Button>
          </Group>
        )
      }
    >
      {rules.indicators.length === 0 ? (
        <Text c="dimmed" py="md">
          Belum ada indikator. Ambil dari pustaka ukuran yang sudah diatur peraturan, atau tambah sendiri.
        </Text>
      ) : (
        <table className={styles.table} ref={table} data-cells>
          <thead>
            <tr>
              <th scope="col">
                <span className={styles.hidden}>Urutan</span>
              </th>
              <th scope="col">Kode</th>
              <th scope="col">Indikator</th>
              <th scope="col" className={styles.number}>
                Bobot
              </th>
              <th scope="col" className={styles.number}>
                Terendah
              </th>
              <th scope="col" className={styles.number}>
                Tertinggi
              </th>
              <th scope="col" className={styles.number}>
                Kelipatan
              </th>
              <th scope="col">Terbaik</th>
              <th scope="col">
                <span className={styles.hidden}>Hapus</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.indicators.map((indicator, index) => (
              <IndicatorRow
                // By place: a row being typed in keeps the focus when it is saved and gets its id.
                key={`tempat-${index + 1}`}
                indicator={indicator}
                index={index}
                rules={rules}
                onChange={onChange}
                onLeave={onLeave}
              />
            ))}
          </tbody>
        </table>
      )}
      <div style={{ marginTop: 14 }}>
        <WeightBar indicators={rules.indicators} />
      </div>
      <LibraryDialog
        opened={library}
        rules={rules}
        onClose={() => setLibrary(false)}
        onAdd={(indicators) => onChange({ ...rules, indicators: [...rules.indicators, ...indicators] })}
      />
    </Section>
  );
}
