import { useCallback, useState } from "react";
import type { PaperRow } from "../../../electron/contract/documents.ts";
import { api } from "../../api/client.ts";
import { findCode, notifyError, problemsOf, sentenceOf } from "../../api/errors.tsx";
import { files } from "../../api/files.ts";
import { useJob } from "../../api/jobs.tsx";
import type { Job } from "../../api/jobs.tsx";
import type { ChosenPrinter } from "./printDialog.tsx";

/** What became of the last run: which papers failed and why, or that it was cancelled. */
export type MakingOutcome =
  | {
      kind: "failures";
      made: number;
      /** The others came as several PDFs in a zip, though one was asked for. */
      several: boolean;
      failures: { title: string; key: string; sentence: string }[];
    }
  | { kind: "cancelled" }
  /** Names on them are not checked, or findings not settled: whoever prints says whether they go out all the same. */
  | {
      kind: "names";
      papers: readonly PaperRow[];
      to: MakingTarget;
      said: Said;
      sentence: string;
      names: readonly { subject: string; sentence: string }[];
    }
  /** They went out before with the same content: why again has to be said. */
  | { kind: "again"; papers: readonly PaperRow[]; to: MakingTarget; said: Said; sentence: string }
  /** Papers too different for one PDF came as several in a zip. */
  | { kind: "several" };

/** What left the application: the papers, and the times that the register noted. */
export interface Made {
  keys: string[];
  runs: PrintRun[];
}
type PrintRun = Awaited<ReturnType<typeof api.documents.make>>["runs"][number];

/** What was asked before papers go out, and answered. */
export interface Said {
  /** Why they go out again. */
  reason?: string;
  /** They go out although names on them are open. */
  despiteNames?: boolean;
  printer?: ChosenPrinter;
}

/** One PDF, one each in a zip, word processor's files, or on paper. */
export type MakingTarget = "pdf" | "zip" | "docx" | "printer";

export interface Making {
  job: Job;
  /** Something is being made, saved or printed. */
  busy: boolean;
  outcome: MakingOutcome | null;
  forget: () => void;
  /** Makes papers and saves or prints them. Resolves with what is in the file; nothing when it came to nothing. */
  make: (papers: readonly PaperRow[], to: MakingTarget, said?: Said) => Promise<Made>;
  /** Notes that what was sent to a printer never came out of it. */
  callOff: (made: Made) => Promise<void>;
}

/** Makes one or many papers in the background; one that fails is named and the others go on. */
export function useMaking(editionId: number): Making {
  const job = useJob();
  const [outcome, setOutcome] = useState<MakingOutcome | null>(null);
  const [busy, setBusy] = useState(false);
  const { run } = job;

  const make = useCallback(
    async (papers: readonly PaperRow[], to: MakingTarget, said: Said = {}): Promise<Made> => {
      setOutcome(null);
      setBusy(true);
      const keys = papers.map((paper) => paper.key);
      try {
        // Also a single one: what leaves the application is noted there, and a preview is only looked at.
        const made = await run(`Menyusun ${papers.length} dokumen`, (jobId) =>
          api.documents.make({
            editionId,
            keys,
            bundle: to === "pdf" || to === "printer" ? "onePdf" : to,
            job: jobId,
            to: to === "printer" ? "printer" : "file",
            printer: said.printer?.label ?? null,
            reason: said.reason ?? null,
            despiteNames: said.despiteNames ?? false,
          }),
        );
        const failed = new Set(made.failures.map(({ key }) => key));
        const several = made.file.type !== "application/pdf" && to === "pdf";
        if (failed.size > 0) setOutcome(failuresOf(papers, made.failures, several));
        else if (several) setOutcome({ kind: "several" });
        const out = { keys: keys.filter((key) => !failed.has(key)), runs: made.runs };
        if (to !== "printer") return (await keep(editionId, made)) ? out : nothing;
        const printed = await send(editionId, made, said.printer?.device ?? null);
        return printed === "cancelled" ? nothing : out;
      } catch (error) {
        const failures = problemsOf(error).map(({ path, message }) => ({ key: path, sentence: message }));
        const names = failures.filter(({ key }) => key.startsWith(namePath));
        if (findCode(error) === "CANCELLED") setOutcome({ kind: "cancelled" });
        else if (findCode(error) === "CONFLICT" && names.length > 0)
          setOutcome({
            kind: "names",
            papers,
            to,
            said,
            sentence: sentenceOf(error),
            names: names.map(({ key, sentence }) => ({ subject: key.slice(namePath.length), sentence })),
          });
        else if (findCode(error) === "CONFLICT" && failures.some(({ key }) => keys.includes(key)))
          setOutcome({ kind: "again", papers, to, said, sentence: sentenceOf(error) });
        // When none could be made, the error names each with its reason.
        else if (failures.some(({ key }) => keys.includes(key)))
          setOutcome(failuresOf(papers, failures, false));
        else notifyError(error);
        return nothing;
      } finally {
        setBusy(false);
      }
    },
    [editionId, run],
  );

  const callOff = useCallback(({ runs }: Made) => settle(editionId, runs, "cancelled"), [editionId]);

  return { job, busy, outcome, forget: () => setOutcome(null), make, callOff };
}

const nothing: Made = { keys: [], runs: [] };

/** Saves the file; one that was not saved after all never went out. */
async function keep(
  editionId: number,
  { file, kept, runs }: { file: File; kept: string | null; runs: PrintRun[] },
): Promise<boolean> {
  try {
    const saved = await files.save(file, kept);
    if (!saved) await settle(editionId, runs, "cancelled");
    return saved;
  } catch (error) {
    await settle(editionId, runs, "failed");
    throw error;
  }
}

/** Opens the print dialog, and notes what it answers. */
async function send(
  editionId: number,
  { file, kept, runs }: { file: File; kept: string | null; runs: PrintRun[] },
  device: string | null,
): Promise<"sent" | "cancelled" | "unknown"> {
  try {
    const answer = await files.print(file, device, kept);
    if (answer !== "unknown") await settle(editionId, runs, answer);
    return answer;
  } catch (error) {
    await settle(editionId, runs, "failed");
    throw error;
  }
}

async function settle(editionId: number, runs: PrintRun[], outcome: "sent" | "cancelled" | "failed") {
  if (runs.length > 0) await api.documents.settlePrint({ editionId, runs, outcome });
}

/** Before the subject of an open name. */
const namePath = "nama/";

function failuresOf(
  papers: readonly PaperRow[],
  failures: readonly { key: string; sentence: string }[],
  several: boolean,
): MakingOutcome {
  const titles = new Map(papers.map(({ key, title }) => [key, title]));
  return {
    kind: "failures",
    several,
    made: papers.length - failures.length,
    failures: failures.map(({ key, sentence }) => ({ key, sentence, title: titles.get(key) ?? key })),
  };
}
