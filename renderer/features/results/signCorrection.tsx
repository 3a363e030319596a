import { Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { roleNames } from "../../../electron/contract/rights.ts";
import type { CorrectionView } from "../../../electron/contract/seals.ts";
import { formatDecimal } from "../../../electron/domain/indonesian.ts";
import { query } from "../../api/client.ts";
import type { Seat } from "../../app/seat.ts";
import { SigningDialog } from "../../components/SigningDialog.tsx";
import { moveWords } from "./correctionWords.ts";
import classes from "./seal.module.css";
import { correctionEffect } from "./sealWords.ts";

interface SignCorrectionProps {
  correction: CorrectionView;
  round: string;
  seat: Seat;
  opened: boolean;
  onClose: () => void;
}

/** One's name and PIN under a request for correction: every change, whom it moves, and what it revokes. */
export function SignCorrection({ correction, round, seat, opened, onClose }: SignCorrectionProps) {
  const sign = useMutation({ ...query.seals.signCorrection.mutationOptions(), meta: { handlesError: true } });
  const { account } = seat;
  if (!account) return null;
  const shown = (value: string | null) => (value === null ? "kosong" : formatDecimal(value));
  return (
    <SigningDialog
      opened={opened}
      onClose={onClose}
      title="Tanda tangani koreksi"
      what={`Koreksi ${correction.number} babak “${round}”`}
      hash={correction.hash}
      who={`${account.name}, ${roleNames[account.role]}`}
      consequence={
        <>
          <ul className={classes.list} aria-label="Yang ditandatangani">
            {correction.changes.map(({ what, old, new: value }) => (
              <li key={what}>
                <span>
                  {what}: <strong>{shown(old)}</strong> menjadi <strong>{shown(value)}</strong>
                </span>
              </li>
            ))}
            {correction.moves.map(moveWords).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Text size="sm" mt="xs">
            {correctionEffect(correction)}
          </Text>
        </>
      }
      action="Tanda tangani"
      disabled={correction.state !== "open"}
      onSign={(pin, hash) => sign.mutateAsync({ correctionId: correction.id, hash, pin })}
    />
  );
}
