import { Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import type { RoundResultView } from "../../../electron/contract/results.ts";
import type { SealView } from "../../../electron/contract/seals.ts";
import type { Seat } from "../../app/seat.ts";
import { CorrectionsSection } from "./correctionsSection.tsx";
import { DeclarationSection } from "./declaration.tsx";
import { ProofSection } from "./proofSection.tsx";
import { SealSection } from "./sealSection.tsx";

interface SealsTabProps {
  editionId: number;
  tabs: ReactNode;
  rounds: readonly RoundResultView[];
  /** Of the whole edition: all of them must be sealed before results are declared. */
  seals: readonly SealView[];
  hidden: boolean;
  seat: Seat;
}

/** What makes the results of a category stand: the seal of each round, declaration, corrections and proof. */
export function SealsTab({ editionId, tabs, rounds, seals, hidden, seat }: SealsTabProps) {
  return (
    <Stack gap="sm">
      <Group>{tabs}</Group>
      {rounds.map((round) => {
        const seal = seals.find(({ roundId }) => roundId === round.roundId);
        const shown = hidden && round === rounds.at(-1) ? null : round;
        return (
          seal && (
            <SealSection key={round.roundId} editionId={editionId} seal={seal} round={shown} seat={seat} />
          )
        );
      })}
      <DeclarationSection editionId={editionId} seals={seals} seat={seat} />
      <CorrectionsSection editionId={editionId} rounds={rounds} seals={seals} seat={seat} />
      {seat.may("auditing") && (
        <ProofSection editionId={editionId} sealed={seals.some(({ state }) => state === "sealed")} />
      )}
    </Stack>
  );
}
