import { reason } from "../../electron/contract/values.ts";

/** What is wrong with a reason or note as typed, or null; `missing` says what is to be written there. */
export function findReasonFault(text: string, missing: string): string | null {
  if (text.trim() === "") return missing;
  const read = reason.safeParse(text);
  if (read.success) return null;
  const [issue] = read.error.issues;
  return issue?.code === "too_small"
    ? "Terlalu singkat: tulis sedikitnya tiga huruf"
    : (issue?.message ?? missing);
}
