import { Anchor, NativeSelect, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { documentKind, paper } from "../../../electron/contract/documents.ts";
import type { PaperRow } from "../../../electron/contract/documents.ts";
import { LineGrid } from "./lineGrid.tsx";
import classes from "./list.module.css";
import { paperKinds } from "../../../electron/domain/paperKinds.ts";
import { countPapers, paperFilter, stateWords } from "./papers.ts";
import type { PaperFilter, PaperLine } from "./papers.ts";
import type { Selection } from "./selection.ts";

/** Every paper of the edition, filtered, with ticks for acts on many. */
export function PaperList({
  papers,
  lines,
  shownCount,
  filter,
  onFilter,
  activeKey,
  onActive,
  selection,
  hiddenCount,
  onSelect,
  onOpen,
  onEdit,
}: {
  papers: readonly PaperRow[];
  lines: readonly PaperLine[];
  shownCount: number;
  filter: PaperFilter;
  onFilter: (filter: PaperFilter) => void;
  activeKey: string | null;
  onActive: (key: string) => void;
  selection: Selection;
  /** Ticked papers that the filter hides. */
  hiddenCount: number;
  onSelect: (selection: Selection) => void;
  /** Enter: read the paper. */
  onOpen: () => void;
  /** F2: write its number. */
  onEdit: () => void;
}) {
  const counts = countPapers(papers);
  return (
    <div className={classes.pane}>
      <div className={classes.filters}>
        <TextInput
          aria-label="Cari dokumen"
          placeholder="Cari nama, daerah, atau nomor"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={filter.search}
          onChange={(event) => onFilter({ ...filter, search: event.currentTarget.value })}
        />
        <NativeSelect
          aria-label="Saring menurut keadaan"
          value={filter.state}
          onChange={(event) => onFilter(paperFilter.parse({ ...filter, state: event.currentTarget.value }))}
          data={[
            { value: "all", label: `Semua keadaan (${papers.length})` },
            ...paper.shape.state.options.map((state) => ({
              value: state,
              label: `${stateWords[state]} (${counts.states[state] ?? 0})`,
            })),
          ]}
        />
        <NativeSelect
          aria-label="Saring menurut jenis"
          value={filter.kind}
          onChange={(event) => onFilter(paperFilter.parse({ ...filter, kind: event.currentTarget.value }))}
          data={[
            { value: "all", label: `Semua jenis (${papers.length})` },
            ...documentKind.options.map((kind) => ({
              value: kind,
              label: `${paperKinds[kind]} (${counts.kinds[kind] ?? 0})`,
            })),
          ]}
        />
      </div>
      {lines.length === 0 ? (
        <Text p="md" c="dimmed" style={{ flex: 1 }}>
          Tidak ada dokumen yang cocok.{" "}
          <Anchor
            component="button"
            type="button"
            onClick={() => onFilter({ search: "", state: "all", kind: "all" })}
          >
            Tampilkan semua
          </Anchor>
        </Text>
      ) : (
        <LineGrid
          lines={lines}
          activeKey={activeKey}
          onActive={onActive}
          selection={selection}
          onSelect={onSelect}
          onOpen={onOpen}
          onEdit={onEdit}
        />
      )}
      <div className={classes.foot}>
        {selection.size > 0 ? (
          <>
            <Text size="sm" fw={600} role="status">
              {selection.size} dipilih{hiddenCount > 0 && ` (${hiddenCount} di luar saringan)`}
            </Text>
            <Anchor component="button" type="button" size="sm" onClick={() => onSelect(new Set())}>
              Kosongkan pilihan
            </Anchor>
          </>
        ) : (
          <>
            <Text size="sm">{shownCount} dokumen</Text>
            <span className={classes.keys}>Spasi memilih · Ctrl+A semua · F2 nomor · Enter baca</span>
          </>
        )}
      </div>
    </div>
  );
}
