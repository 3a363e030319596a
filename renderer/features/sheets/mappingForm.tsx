import { Button, Group, NativeSelect, NumberInput, SimpleGrid, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Board } from "../../../electron/contract/sheets.ts";
import type { Mapping } from "../../../electron/contract/spreadsheets.ts";
import type { Inspected } from "./mappedImport.tsx";
import { ImportProblems } from "./importProblems.tsx";
import { columnLetters, findMappingFault } from "./importWords.ts";
import styles from "./mapping.module.css";
import type { Indicator } from "./scaleWords.ts";

type Sheet = Inspected["sheets"][number];

interface MappingFormProps {
  sheets: Inspected["sheets"];
  remembered: boolean;
  indicators: readonly Indicator[];
  /** Null in a desk round, where no panelist is asked for. */
  panelists: Board["panelists"] | null;
  panelistId: number | null;
  onPanelist: (panelistId: number | null) => void;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
  error: unknown;
  progress: ReactNode;
  onImport: () => void;
  onClose: () => void;
}

/** Which sheet, which row is the head, and which column holds what. */
export function MappingForm(props: MappingFormProps) {
  const { sheets, mapping, onMapping, panelists, panelistId } = props;
  const sheet = sheets.find(({ name }) => name === mapping.sheet);
  const heads = headsOf(sheet, mapping.headerRow);
  const fault =
    findMappingFault(mapping) ??
    (panelists && panelistId === null ? "Pilih panelis yang memberi nilai dalam lembar ini." : null);
  const setIndicator = (key: string, column: number | null) => {
    const { [key]: _dropped, ...others } = mapping.indicatorColumns;
    onMapping({ ...mapping, indicatorColumns: column === null ? others : { ...others, [key]: column } });
  };

  return (
    <Stack gap="sm">
      {props.remembered && (
        <Text size="sm" c="dimmed">
          Kolom-kolomnya dikenali dari impor sebelumnya. Periksa, lalu impor.
        </Text>
      )}
      <Group align="flex-end" gap="md">
        <NativeSelect
          label="Lembar kerja"
          value={mapping.sheet}
          onChange={(event) => onMapping({ ...mapping, sheet: event.currentTarget.value })}
          data={sheets.map(({ name }) => name)}
        />
        <NumberInput
          label="Baris judul kolom"
          w={150}
          min={1}
          max={Math.max(1, sheet?.rows ?? 1)}
          allowDecimal={false}
          value={mapping.headerRow}
          onChange={(value) => typeof value === "number" && onMapping({ ...mapping, headerRow: value })}
        />
        {panelists && (
          <NativeSelect
            label="Nilai dari panelis"
            value={panelistId ?? ""}
            onChange={(event) => props.onPanelist(Number(event.currentTarget.value) || null)}
            data={[
              { value: "", label: "Pilih panelis…" },
              ...panelists.map(({ id, key, name }) => ({ value: String(id), label: `${key} · ${name}` })),
            ]}
          />
        )}
      </Group>
      {sheet && <SamplePreview sheet={sheet} mapping={mapping} />}
      <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
        <ColumnSelect
          label="Kode daerah"
          heads={heads}
          value={mapping.codeColumn}
          onChange={(codeColumn) => onMapping({ ...mapping, codeColumn })}
        />
        <ColumnSelect
          label="Nama daerah"
          heads={heads}
          value={mapping.regionColumn}
          onChange={(regionColumn) => onMapping({ ...mapping, regionColumn })}
        />
        <ColumnSelect
          label="Jenis (kabupaten atau kota)"
          heads={heads}
          value={mapping.typeColumn}
          onChange={(typeColumn) => onMapping({ ...mapping, typeColumn })}
        />
      </SimpleGrid>
      <div className={styles.indicators}>
        {props.indicators.map(({ key, name }) => (
          <ColumnSelect
            key={key}
            label={name}
            heads={heads}
            value={mapping.indicatorColumns[key] ?? null}
            onChange={(column) => setIndicator(key, column)}
          />
        ))}
      </div>
      {props.error !== null && <ImportProblems error={props.error} />}
      {props.progress}
      <Group justify="flex-end">
        {fault && (
          <Text size="sm" role="status" mr="auto">
            {fault}
          </Text>
        )}
        <Button variant="default" onClick={props.onClose} disabled={props.progress !== null}>
          Batal
        </Button>
        <Button onClick={props.onImport} disabled={fault !== null || props.progress !== null}>
          Impor nilai
        </Button>
      </Group>
    </Stack>
  );
}

interface ColumnSelectProps {
  label: string;
  heads: string[];
  value: number | null;
  onChange: (column: number | null) => void;
}

function ColumnSelect({ label, heads, value, onChange }: ColumnSelectProps) {
  return (
    <NativeSelect
      label={label}
      value={value ?? ""}
      onChange={(event) => onChange(Number(event.currentTarget.value) || null)}
      data={[
        { value: "", label: "Tidak ada" },
        ...heads.map((head, index) => ({
          value: String(index + 1),
          label: `${columnLetters(index + 1)}${head === "" ? "" : ` · ${head}`}`,
        })),
      ]}
    />
  );
}

const previewColumns = 12;
const previewRows = 5;

/** The head row and what follows, as the file has them. */
function SamplePreview({ sheet, mapping }: { sheet: Sheet; mapping: Mapping }) {
  const from = Math.max(0, mapping.headerRow - 1);
  const rows = sheet.sample.slice(from, from + previewRows);
  const width = Math.min(previewColumns, sheet.columns);
  const chosen = new Set([
    mapping.codeColumn,
    mapping.regionColumn,
    mapping.typeColumn,
    ...Object.values(mapping.indicatorColumns),
  ]);
  const columns = Array.from({ length: width }, (_, index) => index);
  return (
    <div className={styles.preview} tabIndex={0} role="region" aria-label="Cuplikan lembar kerja">
      <table>
        <thead>
          <tr>
            <th scope="col">Baris</th>
            {columns.map((column) => (
              <th key={column} scope="col" data-chosen={chosen.has(column + 1)}>
                {columnLetters(column + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={from + index} data-head={index === 0}>
              <th scope="row">{from + index + 1}</th>
              {columns.map((column) => (
                <td key={column}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function headsOf(sheet: Sheet | undefined, headerRow: number): string[] {
  if (!sheet) return [];
  const row = sheet.sample[headerRow - 1] ?? [];
  return Array.from(
    { length: Math.max(row.length, Math.min(sheet.columns, 150)) },
    (_, index) => row[index]?.trim() ?? "",
  );
}
