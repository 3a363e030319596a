import { ActionIcon, Select, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconTrash } from "@tabler/icons-react";
import type { RoundRow } from "../../../electron/contract/rounds.ts";
import type { Board } from "../../../electron/contract/sheets.ts";
import { formatDecimal } from "../../../electron/domain/indonesian.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import type { DraftChange } from "./correctionDraft.ts";
import classes from "./seal.module.css";

interface ChangeRowProps {
  board: Board;
  round: RoundRow;
  draft: DraftChange;
  fault: string | null;
  onChange: (next: Partial<DraftChange>) => void;
  /** Null for the only one. */
  onRemove: (() => void) | null;
}

/** One value to correct: where it stands, what it is, and what it becomes. */
export function ChangeRow({ board, round, draft, fault, onChange, onRemove }: ChangeRowProps) {
  const desk = board.panelists.length === 1 && board.panelists[0]?.id === 0;
  const panelist = desk ? "0" : draft.panelist;
  const present = usePresent(round.id, { ...draft, panelist });
  return (
    <div>
      <div className={classes.change}>
        <Select
          label="Daerah"
          placeholder="Pilih daerah"
          searchable
          nothingFoundMessage="Tidak ada daerah itu"
          value={draft.entry || null}
          onChange={(entry) => onChange({ entry: entry ?? "", panelist })}
          data={board.entries.map(({ id, label }) => ({ value: String(id), label }))}
        />
        <Select
          label="Panelis"
          placeholder="Pilih panelis"
          disabled={desk}
          value={panelist || null}
          onChange={(next) => onChange({ panelist: next ?? "" })}
          data={board.panelists.map(({ id, key, name }) => ({
            value: String(id),
            label: key === "" ? name : `${key} ${name}`,
          }))}
        />
        <Select
          label="Indikator"
          placeholder="Pilih indikator"
          value={draft.indicator || null}
          onChange={(indicator) => onChange({ indicator: indicator ?? "", panelist })}
          data={round.indicators.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <div>
          <Text size="sm" fw={600} ta="right">
            Tersegel
          </Text>
          <Text className="figure" fw={600} h={36} lh="36px" title={present.why ?? undefined}>
            {present.words}
          </Text>
        </div>
        <TextInput
          label="Menjadi"
          value={draft.value}
          onChange={(event) => onChange({ value: event.currentTarget.value, panelist })}
          inputMode="decimal"
          styles={{ input: { textAlign: "right" } }}
          maxLength={20}
          aria-invalid={fault !== null}
        />
        {onRemove && (
          <ActionIcon variant="default" size={36} aria-label="Buang baris ini" onClick={onRemove}>
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {present.why !== null && (
        <Text size="sm" c="dimmed">
          {present.why}
        </Text>
      )}
      {fault !== null && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {fault}
        </Text>
      )}
    </div>
  );
}

/** The sealed value of the cell that is named, as far as whoever sits here may see it. */
function usePresent(roundId: number, { entry, panelist, indicator }: Omit<DraftChange, "key" | "value">) {
  const explained = useQuery({
    ...query.results.explain.queryOptions({ input: { roundId, entryId: Number(entry) } }),
    enabled: entry !== "",
  });
  const found = explained.data?.indicators
    .find(({ indicatorId }) => String(indicatorId) === indicator)
    ?.values.find(({ panelistId }) => String(panelistId ?? 0) === panelist);
  const words = found ? (found.value === null ? "kosong" : formatDecimal(found.value)) : "–";
  return { words, why: explained.error ? sentenceOf(explained.error) : null };
}
