import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useCallback, useState } from "react";
import type { Progress as JobProgress } from "../../electron/contract/jobs.ts";
import { api } from "./client.ts";

/** Heavy work under way: what it is, and how far when that is known. */
export interface JobState {
  label: string;
  progress: JobProgress | null;
}

export interface Job {
  /** Null while nothing runs. */
  state: JobState | null;
  /** Runs work under a fresh job id, following its progress; rejects as the work does. */
  run: <T>(label: string, work: (jobId: string) => Promise<T>) => Promise<T>;
  /** Stops the run; its promise rejects with CANCELLED. */
  cancel: () => void;
  /** The bar with "Batalkan"; null while nothing runs. */
  progress: React.ReactNode;
}

/** Heavy work of one place on the screen, one run at a time. */
export function useJob(): Job {
  const [state, setState] = useState<(JobState & { id: string }) | null>(null);

  const run = useCallback(async <T,>(label: string, work: (jobId: string) => Promise<T>): Promise<T> => {
    const id = crypto.randomUUID();
    const done = new AbortController();
    setState({ id, label, progress: null });
    void follow(id, done.signal, (progress) =>
      setState((now) => (now?.id === id ? { ...now, progress } : now)),
    );
    try {
      return await work(id);
    } finally {
      done.abort();
      setState((now) => (now?.id === id ? null : now));
    }
  }, []);

  const id = state?.id;
  const cancel = useCallback(() => {
    // The run itself says how it ended.
    if (id) api.jobs.cancel({ job: id }).catch(() => {});
  }, [id]);

  return { state, run, cancel, progress: state && <JobProgressBar state={state} onCancel={cancel} /> };
}

async function follow(id: string, signal: AbortSignal, seen: (progress: JobProgress) => void) {
  try {
    for await (const progress of await api.jobs.watch({ job: id }, { signal })) seen(progress);
  } catch {
    // Progress is a courtesy: the work goes on and ends without it.
  }
}

function JobProgressBar({ state, onCancel }: { state: JobState; onCancel: () => void }) {
  const { progress, label } = state;
  const percent = progress && progress.total > 0 ? Math.floor((100 * progress.done) / progress.total) : null;
  return (
    <Stack gap={4} component="output">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" truncate>
          {label}
          {progress?.label ? ` · ${progress.label}` : ""}
        </Text>
        <Group gap="sm" wrap="nowrap">
          {progress && progress.total > 0 && (
            <Text size="sm" c="dimmed" style={{ whiteSpace: "nowrap" }}>
              {progress.done} dari {progress.total}
            </Text>
          )}
          <Button size="compact-sm" variant="default" onClick={onCancel}>
            Batalkan
          </Button>
        </Group>
      </Group>
      <Progress
        value={percent ?? 100}
        animated={percent === null}
        striped={percent === null}
        aria-label={label}
        transitionDuration={120}
      />
    </Stack>
  );
}
