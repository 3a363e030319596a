import { useCallback, useState } from "react";
import type { PaperRow } from "../../../electron/contract/documents.ts";
import { api } from "../../api/client.ts";
import { findCode, notifyError, problemsOf, sentenceOf } from "../../api/errors.tsx";
import { files } from "../../api/files.ts";
import { useJob } from "../../api/jobs.tsx";
import type { Job } from "../../api/jobs.tsx";

/** What became of the last run: which papers failed and why, or that it was cancelled. */
export type MakingOutcome =
  | { kind: "failures"; made: number; failures: { title: string; key: string; sentence: string }[] }
  | { kind: "cancelled" }
  /** Names on them are not checked, or findings not settled: whoever prints says whether they go out all the same. */
  | {
      kind: "names";
      papers: readonly PaperRow[];
      to: MakingTarget;
      sentence: string;
      names: readonly { subject: string; sentence: string }[];
    }
  /** They went out before with the same content: why again has to be said. */
  | { kind: "again"; papers: readonly PaperRow[]; to: MakingTarget; sentence: string; despiteNames: boolean }
  /** Papers too different for one PDF came as several in a zip. */
  | { kind: "several" };

/** One PDF, one each in a zip, word processor's files, or on paper. */
export type MakingTarget = "pdf" | "zip" | "docx" | "printer";

export interface Making {
  job: Job;
  /** Something is being made, saved or printed. */
  busy: boolean;
  outcome: MakingOutcome | null;
  forget: () => void;
  /** Makes papers and saves or prints them. Resolves with the keys that are in the file; none when it came to nothing. */
  make: (papers: readonly PaperRow[], to: MakingTarget, said?: Said) => Promise<string[]>;
}

/** What was asked before papers go out, and answered. */
export interface Said {
  /** Why they go out again. */
  reason?: string;
  /** They go out although names on them are open. */
  despiteNames?: boolean;
}

/** Makes one or many papers in the background; one that fails is named and the others go on. */
export function useMaking(editionId: number): Making {
  const job = useJob();
  const [outcome, setOutcome] = useState<MakingOutcome | null>(null);
  const [busy, setBusy] = useState(false);
  const { run } = job;

  const make = useCallback(
    async (papers: readonly PaperRow[], to: MakingTarget, said: Said = {}): Promise<string[]> => {
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
            reason: said.reason ?? null,
            despiteNames: said.despiteNames ?? false,
          }),
        );
        const failed = new Set(made.failures.map(({ key }) => key));
        if (failed.size > 0) setOutcome(failuresOf(papers, made.failures));
        if (made.file.type !== "application/pdf" && to === "pdf") {
          setOutcome((now) => now ?? { kind: "several" });
        }
        const done = await (to === "printer" ? files.print(made.file) : files.save(made.file));
        return done ? keys.filter((key) => !failed.has(key)) : [];
      } catch (error) {
        const failures = problemsOf(error).map(({ path, message }) => ({ key: path, sentence: message }));
        const names = failures.filter(({ key }) => key.startsWith(namePath));
        if (findCode(error) === "CANCELLED") setOutcome({ kind: "cancelled" });
        else if (findCode(error) === "CONFLICT" && names.length > 0)
          setOutcome({
            kind: "names",
            papers,
            to,
            sentence: sentenceOf(error),
            names: names.map(({ key, sentence }) => ({ subject: key.slice(namePath.length), sentence })),
          });
        else if (findCode(error) === "CONFLICT" && failures.some(({ key }) => keys.includes(key)))
          setOutcome({
            kind: "again",
            papers,
            to,
            sentence: sentenceOf(error),
            despiteNames: said.despiteNames ?? false,
          });
        // When none could be made, the error names each with its reason.
        else if (failures.some(({ key }) => keys.includes(key))) setOutcome(failuresOf(papers, failures));
        else notifyError(error);
        return [];
      } finally {
        setBusy(false);
      }
    },
    [editionId, run],
  );

  return { job, busy, outcome, forget: () => setOutcome(null), make };
}

/** Before the subject of an open name. */
const namePath = "nama/";

function failuresOf(
  papers: readonly PaperRow[],
  failures: readonly { key: string; sentence: string }[],
): MakingOutcome {
  const titles = new Map(papers.map(({ key, title }) => [key, title]));
  return {
    kind: "failures",
    made: papers.length - failures.length,
    failures: failures.map(({ key, sentence }) => ({ key, sentence, title: titles.get(key) ?? key })),
  };
}
