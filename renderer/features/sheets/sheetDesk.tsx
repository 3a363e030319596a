import { ActionIcon, Button, SegmentedControl } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconArrowBackUp, IconArrowForwardUp, IconArrowRight } from "@tabler/icons-react";
import { type Ref, useImperativeHandle, useMemo, useRef } from "react";
import type { RoundRow } from "../../../electron/contract/rounds.ts";
import type { Grid } from "../../../electron/contract/sheets.ts";
import { StateBadge } from "../../components/StateBadge.tsx";
import { countWords } from "./boardWords.ts";
import { type EnterDirection, selectCell } from "./movement.ts";
import { Notice } from "./notice.tsx";
import { OwnPass } from "./ownPass.tsx";
import { ProblemStrip } from "./problemStrip.tsx";
import { allowedWords, shownDecimal } from "./scaleWords.ts";
import styles from "./sheet.module.css";
import { type GridView, SheetGrid } from "./sheetGrid.tsx";
import type { SheetState, SheetStore } from "./sheetStore.ts";
import { Shortcuts } from "./shortcuts.tsx";
import { incompleteRows, shownGrid } from "./shownGrid.ts";
import { useTyping } from "./useTyping.ts";

/** What the page asks of the desk. */
export interface Desk {
  /** Saves what is being typed; false while it is refused. */
  finish: () => boolean;
}

interface SheetDeskProps {
  ref: Ref<Desk>;
  grid: Grid;
  round: RoundRow;
  store: SheetStore;
  state: SheetState;
  wantedEntryId: number | null;
}

/** The grid with what belongs to typing into it: where one is, what is allowed, undo, and what was refused. */
export function SheetDesk({ ref, grid, round, store, state, wantedEntryId }: SheetDeskProps) {
  const shown = useMemo(() => shownGrid(grid, state.pending), [grid, state.pending]);
  const [enter, setEnter] = useLocalStorage<EnterDirection>({
    key: `lencana.enter.${round.kind}`,
    // A panelist's paper is one entry, read across; the desk's figures mostly come as one list an indicator.
    defaultValue: round.kind === "panel" ? "right" : "down",
    getInitialValueInEffect: false,
  });
  const view = useRef<GridView>(null);
  const toGrid = () => view.current?.focus();
  const tools = useRef<HTMLDivElement>(null);
  const typing = useTyping({
    grid,
    shown,
    store,
    enter,
    start: startOf(grid, wantedEntryId),
    pageRows: () => view.current?.pageRows() ?? 1,
    show: (position) => view.current?.show(position),
    leave: () => tools.current?.querySelector<HTMLElement>("button:not(:disabled), input")?.focus(),
  });
  useImperativeHandle(ref, () => ({ finish: () => typing.finish() }));
  const { active } = typing.selection;
  const entry = grid.rows[active.row];
  const indicator = grid.indicators[active.column];
  const incomplete = useMemo(() => incompleteRows(shown), [shown]);
  const tool = (command: Parameters<typeof typing.run>[0]) => () => {
    typing.run(command);
    toGrid();
  };

  return (
    <>
      {grid.blocked !== null && <Notice kind="locked" title={grid.blocked} />}
      <OwnPass
        grid={grid}
        entryId={entry?.entryId}
        given={grid.indicators.filter((_, column) => shown.valueAt(active.row, column) !== null).length}
        onBeforeClear={() => typing.finish() && store.unsaved() === 0}
        onDone={toGrid}
      />
      <div role="status" className={styles.note} title={typing.note}>
        {typing.note}
      </div>
      <div ref={tools} className={styles.cellBar}>
        <div className={styles.cellWords}>
          <strong>{entry?.label}</strong>
          <span>{indicator?.name}</span>
          {indicator && (
            <span className={styles.allowed}>
              {allowedWords(indicator.scale)} · bobot {shownDecimal(indicator.weight)}%
              {indicator.direction === "lower" && " · terkecil terbaik"}
            </span>
          )}
        </div>
        {incomplete === 0 ? (
          <StateBadge tone="done">Semua lembar lengkap</StateBadge>
        ) : (
          <Button
            size="compact-md"
            variant="default"
            title="Ke isian kosong berikutnya (F8)"
            rightSection={<IconArrowRight size={16} aria-hidden />}
            onClick={tool({ kind: "nextGap" })}
          >
            {countWords(incomplete)} lembar belum lengkap
          </Button>
        )}
        <ActionIcon.Group>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label="Urungkan"
            title="Urungkan (Ctrl Z)"
            disabled={state.undo.past.length === 0}
            onClick={tool({ kind: "undo" })}
          >
            <IconArrowBackUp size={20} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label="Ulangi"
            title="Ulangi (Ctrl Y)"
            disabled={state.undo.future.length === 0}
            onClick={tool({ kind: "redo" })}
          >
            <IconArrowForwardUp size={20} aria-hidden />
          </ActionIcon>
        </ActionIcon.Group>
        <SegmentedControl<EnterDirection>
          size="sm"
          aria-label="Arah tombol Enter"
          value={enter}
          onChange={setEnter}
          data={[
            { value: "right", label: "Enter →" },
            { value: "down", label: "Enter ↓" },
          ]}
        />
        <Shortcuts />
      </div>
      <SheetGrid
        grid={grid}
        state={state}
        decimals={Math.max(2, round.decimals)}
        typing={typing}
        wantedEntryId={wantedEntryId}
        label={`Nilai ${round.name}`}
        view={view}
      />
      {state.refusal && (
        <ProblemStrip
          refusal={state.refusal}
          grid={grid}
          onGo={(position) => {
            typing.select(selectCell(position));
            toGrid();
          }}
          onClose={() => {
            store.clearRefusal();
            toGrid();
          }}
        />
      )}
    </>
  );
}

/** The first empty cell of the entry asked for, else its first, else the upper left. */
function startOf(grid: Grid, wantedEntryId: number | null) {
  const row = grid.rows.findIndex(({ entryId }) => entryId === wantedEntryId);
  if (row < 0) return { row: 0, column: 0 };
  return { row, column: Math.max(0, grid.rows[row]?.values.indexOf(null) ?? 0) };
}
