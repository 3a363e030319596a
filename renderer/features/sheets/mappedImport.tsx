import { Modal, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Board } from "../../../electron/contract/sheets.ts";
import type { Mapping } from "../../../electron/contract/spreadsheets.ts";
import { api, query } from "../../api/client.ts";
import { findCode } from "../../api/errors.tsx";
import { useJob } from "../../api/jobs.tsx";
import { outcomeWords } from "./importWords.ts";
import { MappingForm } from "./mappingForm.tsx";
import { type OpenRegion, RegionQuestions } from "./regionQuestions.tsx";

type Found = Awaited<ReturnType<typeof api.spreadsheets.inspect>>;
export type Inspected = Found & { file: File };

interface MappedImportProps {
  board: Board;
  inspected: Inspected;
  onClose: () => void;
}

/** Imports any sheet of the office: which columns hold what, then which region an unclear name means. */
export function MappedImport({ board, inspected, onClose }: MappedImportProps) {
  const { roundId } = board;
  const { file, sheets } = inspected;
  const job = useJob();
  const round = useQuery(query.rounds.get.queryOptions({ input: { roundId } }));
  const desk = board.panelists.every(({ id }) => id === 0);
  const [panelistId, setPanelistId] = useState<number | null>(null);
  const [mapping, setMapping] = useState<Mapping>(
    () =>
      inspected.mapping ?? {
        sheet: sheets[0]?.name ?? "",
        headerRow: 1,
        codeColumn: null,
        regionColumn: null,
        typeColumn: null,
        indicatorColumns: {},
      },
  );
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [open, setOpen] = useState<OpenRegion[]>([]);
  const [error, setError] = useState<unknown>(null);

  async function tryImport(given: Record<string, string>) {
    setError(null);
    setAnswers(given);
    try {
      const result = await job.run(`Membaca ${file.name}`, (id) =>
        api.spreadsheets.importMapped({ roundId, panelistId, file, mapping, answers: given, job: id }),
      );
      if (result.outcome) {
        notifications.show({ message: outcomeWords(result.outcome), withBorder: true });
        onClose();
      } else setOpen(result.open);
    } catch (failure) {
      setOpen([]);
      if (findCode(failure) !== "CANCELLED") setError(failure);
    }
  }

  return (
    <Modal
      opened
      size="min(1080px, 92vw)"
      onClose={job.state ? job.cancel : onClose}
      title={<Text fw={600}>Impor nilai dari {file.name}</Text>}
    >
      {open.length > 0 && !job.state ? (
        <RegionQuestions
          key={open.map(({ text }) => text).join("\n")}
          open={open}
          onBack={() => setOpen([])}
          onAnswers={(given) => void tryImport({ ...answers, ...given })}
        />
      ) : (
        <MappingForm
          sheets={sheets}
          remembered={inspected.remembered}
          indicators={round.data?.indicators ?? []}
          panelists={desk ? null : board.panelists}
          panelistId={panelistId}
          onPanelist={setPanelistId}
          mapping={mapping}
          onMapping={setMapping}
          error={error}
          progress={job.progress}
          onImport={() => void tryImport(answers)}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}
