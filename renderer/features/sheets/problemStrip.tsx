import { Anchor, CloseButton, ScrollArea, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Grid } from "../../../electron/contract/sheets.ts";
import type { Position } from "./movement.ts";
import type { Refusal } from "./sheetStore.ts";
import styles from "./sheet.module.css";

const listed = 100;

interface ProblemStripProps {
  refusal: Refusal;
  grid: Grid;
  onGo: (position: Position) => void;
  onClose: () => void;
}

/** What was not taken and why, cell by cell, at the foot of the grid; a click goes to the cell. */
export function ProblemStrip({ refusal, grid, onGo, onClose }: ProblemStripProps) {
  const rows = new Map(grid.rows.map((row, index) => [row.entryId, index]));
  const columns = new Map(grid.indicators.map(({ id }, index) => [id, index]));
  return (
    <div role="alert" className={styles.problems}>
      <IconAlertTriangle size={20} aria-hidden className={styles.problemIcon} />
      <div className={styles.problemBody}>
        <Text size="sm" fw={600}>
          {refusal.sentence}
        </Text>
        {refusal.faults.length > 0 && (
          <ScrollArea.Autosize
            mah={132}
            type="auto"
            viewportProps={{ tabIndex: 0, "aria-label": "Daftar sel" }}
          >
            <ul className={styles.problemList}>
              {refusal.faults.slice(0, listed).map((fault) => {
                const row = rows.get(fault.entryId);
                const column = columns.get(fault.indicatorId);
                if (row === undefined || column === undefined) return null;
                return (
                  <li key={`${fault.entryId}/${fault.indicatorId}`}>
                    <Anchor component="button" type="button" size="sm" onClick={() => onGo({ row, column })}>
                      {grid.rows[row]?.label} · {grid.indicators[column]?.name}
                    </Anchor>
                    {fault.text !== "" && <> “{fault.text.slice(0, 40)}”</>}: {fault.sentence}
                  </li>
                );
              })}
              {refusal.faults.length > listed && <li>dan {refusal.faults.length - listed} sel lain</li>}
            </ul>
          </ScrollArea.Autosize>
        )}
      </div>
      <CloseButton aria-label="Tutup daftar masalah" onClick={onClose} />
    </div>
  );
}
