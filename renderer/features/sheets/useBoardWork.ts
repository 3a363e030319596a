import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import type { Board } from "../../../electron/contract/sheets.ts";
import { query } from "../../api/client.ts";
import { useSeat } from "../../app/seat.ts";
import { findNextSheet } from "./boardWords.ts";
import { findNextOwnSheet, type SheetAt, sheetsToCheck } from "./keyingWords.ts";

/** What whoever sits here does on a board: an operator types, a verifier checks, the others look. */
export function useBoardWork(editionId: number, board: Board) {
  const [, navigate] = useLocation();
  const [checking, setChecking] = useState<SheetAt | null>(null);
  const [note, setNote] = useState("");
  const { secured, account, may } = useSeat(editionId);
  const keyed = useQuery({
    ...query.keyings.list.queryOptions({ input: { roundId: board.roundId } }),
    enabled: secured,
  }).data;
  const { keying, sheets } = keyed ?? { keying: "single" as const, sheets: [] };
  const mayType = may("typing");
  const toCheck = secured && may("verifying") ? sheetsToCheck(sheets, keying) : [];
  const next = mayType && board.blocked === null ? findNext() : null;
  const byTwo = keyed !== undefined && keying !== "single";

  function findNext(): SheetAt | null {
    return keying === "single" || !account
      ? findNextSheet(board)
      : findNextOwnSheet(board, sheets, account.name, keying);
  }

  function type({ entryId, panelistId }: SheetAt) {
    navigate(`/e/${editionId}/penilaian/${board.roundId}/${panelistId}?peserta=${entryId}`);
  }

  const opens = (entryId: number, panelistId: number) =>
    mayType || toCheck.some((one) => one.entryId === entryId && one.panelistId === panelistId);

  return {
    keying,
    sheets,
    mayType,
    next,
    /** All that an operator has to type is typed; others are not done yet. */
    finished: mayType && byTwo && board.blocked === null && next === null && !board.complete,
    /** Whether a sheet is there for whoever sits here. */
    opens,
    goOn: () => next && type(next),
    /** How many sheets wait for whoever sits here to check them. */
    toCheck: toCheck.length,
    check: () => setChecking(toCheck[0] ?? null),
    checking,
    checkAt: setChecking,
    closeCheck: () => setChecking(null),
    /** Why a sheet was not opened; empty when it was. */
    note,
    open: (entryId: number, panelistId: number) => {
      const at = { entryId, panelistId };
      const isAt = (one: SheetAt) => one.entryId === entryId && one.panelistId === panelistId;
      setNote("");
      if (toCheck.some(isAt)) setChecking(at);
      else if (mayType) type(at);
      else setNote(refusalFor(sheets.find(isAt)?.by ?? []));
    },
  };
}

function refusalFor(by: readonly string[]): string {
  const typed = by.length > 0 ? `Lembar ini diketik oleh ${by.join(" dan ")}. ` : "";
  return `${typed}Lembar nilai dibuka oleh operator; nilai yang berlaku terlihat di Hasil, dengan klik pada daerahnya.`;
}
