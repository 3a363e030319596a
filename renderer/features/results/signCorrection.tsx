import { Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { roleNames } from "../../../electron/contract/rights.ts";
import type { CorrectionView } from "../../../electron/contract/seals.ts";
import { formatDecimal } from "../../../electron/domain/indonesian.ts";
import { query } from "../../api/client.ts";
import type { Seat } from "../../app/seat.ts";
import { SigningDialog } from "../../components/SigningDialog.tsx";
import { countIssued, moveWords } from "./correctionWords.ts";
import classes from "./seal.module.css";
import { correctionEffect } from "./sealWords.ts";

interface SignCorrectionProps {
  editionId: number;
  correction: CorrectionView;
  round: string;
  seat: Seat;
  opened: boolean;
  onClose: () => void;
}

/** One's name and PIN under a request for correction: every change, whom it moves, and what it revokes. */
export function SignCorrection({ editionId, correction, round, seat, opened, onClose }: SignCorrectionProps) {
  const printed = useIssued(editionId, correction.roundId, opened);
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
            {correctionEffect(correction, printed)}
          </Text>
        </>
      }
      action="Tanda tangani"
      disabled={correction.state !== "open"}
      onSign={(pin, hash) => sign.mutateAsync({ correctionId: correction.id, hash, pin })}
    />
  );
}

/** How many papers that went out the correction may revoke; null while not known. */
export function useIssued(editionId: number, roundId: number, enabled: boolean): number | null {
  const input = { editionId };
  const papers = useQuery({ ...query.documents.list.queryOptions({ input }), enabled });
  const categories = useQuery({ ...query.categories.list.queryOptions({ input }), enabled });
  const awards = useQuery({ ...query.awards.list.queryOptions({ input }), enabled });
  const category = categories.data?.find(({ rounds }) => rounds.some(({ id }) => id === roundId));
  if (!papers.data || !category || !awards.data) return null;
  const from = category.rounds.findIndex(({ id }) => id === roundId);
  const affected = category.rounds.slice(from).map(({ id }) => id);
  const own = awards.data.filter(({ categoryId }) => categoryId === category.id).map(({ id }) => id);
  return countIssued(papers.data, affected, own);
}
