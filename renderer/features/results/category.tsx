import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import type { AwardRow } from "../../../electron/contract/categories.ts";
import type { RoundResultView } from "../../../electron/contract/results.ts";
import type { SealView } from "../../../electron/contract/seals.ts";
import type { Seat } from "../../app/seat.ts";
import { ExplanationDrawer } from "./explanation.tsx";
import type { Asked } from "./explanation.tsx";
import { Recipients } from "./recipients.tsx";
import type { Recipient } from "./recipients.tsx";
import { RoundResults } from "./round.tsx";
import { SealsTab } from "./sealsTab.tsx";

const recipientsTab = "penerima";
const sealsTab = "segel";

/** The rounds of one category in order, then its recipients; which one is shown stands in the address. */
export function CategoryResults({
  editionId,
  rounds,
  recipients,
  awards,
  hidden,
  seals,
  seat,
}: {
  editionId: number;
  rounds: readonly RoundResultView[];
  recipients: readonly Recipient[];
  awards: readonly AwardRow[];
  /** The winners are under embargo for whoever sits here. */
  hidden: boolean;
  /** Of the whole edition; empty on an open one. */
  seals: readonly SealView[];
  seat: Seat;
}) {
  const [path, navigate] = useLocation();
  const [params] = useSearchParams();
  const [asked, setAsked] = useState<Asked | null>(null);
  const last = rounds.at(-1);
  // Settling a round must not take the reader away from it.
  const [first] = useState(() => String((firstOpen(rounds) ?? last)?.roundId));
  const tab = params.get("babak") ?? first;
  const shown = rounds.find((round) => String(round.roundId) === tab);
  const nameless = recipients.filter((each) => each.name === null).length;
  const show = (next: string) => navigate(`${path}?babak=${next}`, { replace: true });

  const sealOf = (roundId: number | undefined) => seals.find((seal) => seal.roundId === roundId) ?? null;
  const tabs = (
    <SegmentedControl
      aria-label="Babak"
      value={shown || tab === recipientsTab || tab === sealsTab ? tab : ""}
      onChange={show}
      data={[
        ...rounds.map((round) => ({ value: String(round.roundId), label: round.name })),
        {
          value: recipientsTab,
          label: nameless > 0 ? `Penerima (${nameless} tanpa nama)` : "Penerima",
        },
        ...(seat.secured ? [{ value: sealsTab, label: "Segel dan koreksi" }] : []),
      ]}
    />
  );

  return (
    <>
      {tab === sealsTab && seat.secured ? (
        <SealsTab
          editionId={editionId}
          tabs={tabs}
          rounds={rounds}
          seals={seals}
          hidden={hidden}
          seat={seat}
        />
      ) : tab === recipientsTab ? (
        <Recipients
          editionId={editionId}
          tabs={tabs}
          final={last?.final ?? false}
          hidden={hidden}
          awards={awards}
          recipients={recipients}
          onExplain={(entryId) => setAsked({ entryId, indicatorId: null })}
        />
      ) : (
        shown && (
          <RoundResults
            key={shown.roundId}
            editionId={editionId}
            tabs={tabs}
            round={shown}
            seal={sealOf(shown.roundId)}
            hidden={hidden && shown === last}
            seat={seat}
            onShowSeals={seat.secured ? () => show(sealsTab) : null}
            recipients={shown === last ? recipients : []}
            onExplain={setAsked}
            onShowRecipients={shown === last && awards.length > 0 ? () => show(recipientsTab) : null}
          />
        )
      )}
      <ExplanationDrawer
        // Another round starts anew, so that what stays while reading is never of another round.
        key={`why-${shown?.roundId}`}
        editionId={editionId}
        round={tab === recipientsTab ? last : shown}
        seal={sealOf(tab === recipientsTab ? last?.roundId : shown?.roundId)}
        seat={seat}
        asked={asked}
        onAsk={setAsked}
        onClose={() => setAsked(null)}
      />
    </>
  );
}

/** The first round that is not settled: where the work is. */
function firstOpen(rounds: readonly RoundResultView[]): RoundResultView | undefined {
  return rounds.find((round) => !round.final);
}
