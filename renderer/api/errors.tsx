import { ORPCError } from "@orpc/client";
import { List, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle } from "@tabler/icons-react";
import { AppError, errorData, errorStatus } from "../../electron/contract/errors.ts";
import type { ErrorCode, ErrorData, Problem } from "../../electron/contract/errors.ts";

const unreachable = "Aplikasi tidak menjawab. Periksa apakah Lencana masih berjalan, lalu coba lagi.";
const unexpected = "Terjadi kesalahan yang tidak terduga. Muat ulang halaman ini lalu coba lagi.";

const codes = Object.keys(errorStatus).filter((code): code is ErrorCode => code in errorStatus);

/** The closed code of an error of ours, or null for anything else (a lost connection, a bug in the page). */
export function findCode(error: unknown): ErrorCode | null {
  if (error instanceof AppError) return error.code;
  if (!(error instanceof ORPCError)) return null;
  return codes.find((code) => code === error.code) ?? null;
}

/** One Indonesian sentence fit to show, whatever was thrown. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Error && findCode(error)) return error.message;
  if (error instanceof ORPCError) return error.status >= 500 ? unexpected : error.message;
  // fetch rejects with a TypeError when nobody answers.
  return error instanceof TypeError ? unreachable : unexpected;
}

/** What exactly is wrong, place by place; empty where the sentence says it all. */
export function problemsOf(error: unknown): Problem[] {
  return dataOf(error).problems ?? [];
}

/** How many given values an act would lose, which is why it was refused; null for any other error. */
export function lossOf(error: unknown): number | null {
  return dataOf(error).losesValues ?? null;
}

function dataOf(error: unknown): ErrorData {
  if (!(error instanceof ORPCError)) return {};
  const read = errorData.safeParse(error.data);
  return read.success ? read.data : {};
}

const shownProblems = 5;
const errorId = "kesalahan";

/** Takes the sentence of an error off the screen once it no longer matters. */
export function clearError(): void {
  notifications.hide(errorId);
}

/**
 * Says on screen what went wrong. It stays until it is closed, the next act begins or another page is opened; only
 * the latest is shown, so that old ones never cover the work. A cancelled run needs no words.
 */
export function notifyError(error: unknown): void {
  if (findCode(error) === "CANCELLED") return;
  clearError();
  // What the title says already is not said again.
  const problems = problemsOf(error).filter(({ message }) => message !== sentenceOf(error));
  const incident = dataOf(error).incident;
  notifications.show({
    id: errorId,
    color: "red",
    icon: <IconAlertTriangle size={18} aria-hidden />,
    title: sentenceOf(error),
    autoClose: false,
    withBorder: true,
    message: (
      <>
        {problems.length > 0 && (
          <List size="sm" spacing={2}>
            {problems.slice(0, shownProblems).map((each) => (
              <List.Item key={`${each.path} ${each.message}`}>
                {/* Where it stands in the data is for programs. */}
                {each.path && !each.path.startsWith("$") ? `${each.path}: ` : ""}
                {each.message}
              </List.Item>
            ))}
            {problems.length > shownProblems && (
              <List.Item>dan {problems.length - shownProblems} masalah lain</List.Item>
            )}
          </List>
        )}
        {incident && <Text size="xs">Nomor kejadian: {incident}</Text>}
      </>
    ),
  });
}
