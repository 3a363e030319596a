import { Anchor, Button, Group, Stack, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { IconFileSpreadsheet, IconSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { RoundResultView } from "../../../electron/contract/results.ts";
import type { SealView } from "../../../electron/contract/seals.ts";
import { api, query } from "../../api/client.ts";
import { files } from "../../api/files.ts";
import { useJob } from "../../api/jobs.tsx";
import type { Seat } from "../../app/seat.ts";
import { StandingBand } from "./band.tsx";
import { BarLegend } from "./bar.tsx";
import { BrokenTies } from "./decided.tsx";
import { sheetRoute } from "./sheetRoute.ts";
import type { Asked } from "./explanation.tsx";
import { HiddenWinners } from "./hidden.tsx";
import { rankingItems } from "./ranking.ts";
import type { Recipient } from "./recipients.tsx";
import { planSlices } from "./slices.ts";
import { openCells, roundStanding } from "./standing.ts";
import { RankingTable } from "./table.tsx";
import { UndecidedTies } from "./undecided.tsx";

/** One round: whether its result stands, its open ties, the ranking, and how ties were broken. */
export function RoundResults({
  editionId,
  tabs,
  round,
  seal,
  hidden,
  seat,
  recipients,
  onExplain,
  onShowRecipients,
  onShowSeals,
}: {
  editionId: number;
  tabs: ReactNode;
  round: RoundResultView;
  /** Null on an open edition. */
  seal: SealView | null;
  /** Under embargo for whoever sits here. */
  hidden: boolean;
  seat: Seat;
  recipients: readonly Recipient[];
  onExplain: (asked: Asked) => void;
  /** Null where no award follows this round. */
  onShowRecipients: (() => void) | null;
  /** Null on an open edition. */
  onShowSeals: (() => void) | null;
}) {
  const [search, setSearch] = useState("");
  const board = useQuery({
    ...query.sheets.board.queryOptions({ input: { roundId: round.roundId } }),
    enabled: !round.complete && !hidden,
  });
  const kinds = useMemo(() => planSlices(round), [round]);
  const items = useMemo(() => rankingItems(round, search), [round, search]);
  const receiving = useMemo(() => new Set(recipients.map((each) => each.entryId)), [recipients]);
  const open = board.data && !round.complete ? openCells(board.data) : null;
  const job = useJob();
  const exportRanking = useMutation({
    mutationFn: () =>
      job.run("Menyusun berkas Excel", (jobId) =>
        api.spreadsheets.ranking({ roundId: round.roundId, job: jobId }),
      ),
    onSuccess: (file) => files.save(file),
  });
  // What two have typed and a third must settle is not typed on.
  const typable = open?.filter(({ state }) => state !== "differs" && state !== "waiting");
  const next = seat.may("typing") ? typable?.[0] : undefined;
  const sealable = seal !== null && seal.state !== "sealed" && round.complete;

  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="md">
        {tabs}
        <Group gap="sm">
          {!hidden && (
            <TextInput
              aria-label="Cari daerah"
              placeholder="Cari daerah"
              leftSection={<IconSearch size={16} aria-hidden />}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
              w={200}
            />
          )}
          {!hidden && seat.may("auditing") && (
            <Button
              variant="default"
              leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
              onClick={() => exportRanking.mutate()}
              disabled={job.state !== null || round.rows.length === 0}
            >
              Simpan Excel
            </Button>
          )}
        </Group>
      </Group>
      <StandingBand
        standing={roundStanding(round, open?.length ?? null, seal)}
        action={
          next ? (
            <Anchor
              component={Link}
              fw={600}
              href={sheetRoute({
                editionId,
                roundId: round.roundId,
                panelistId: next.panelistId,
                entryId: next.entryId,
              })}
            >
              Lanjutkan mengisi
            </Anchor>
          ) : sealable && onShowSeals && (seat.may("signing") || seat.may("auditing")) ? (
            <Anchor component="button" type="button" fw={600} onClick={onShowSeals}>
              Ke halaman segel
            </Anchor>
          ) : (
            round.final &&
            !hidden &&
            onShowRecipients && (
              <Anchor component="button" type="button" fw={600} onClick={onShowRecipients}>
                Lihat penerima penghargaan
              </Anchor>
            )
          )
        }
      />
      {hidden ? (
        <HiddenWinners editionId={editionId} sealed={round.final} />
      ) : (
        <>
          <UndecidedTies round={round} mayDecide={seat.may("deciding")} />
          <BarLegend kinds={kinds} />
          {job.progress}
          <RankingTable
            round={round}
            items={items}
            kinds={kinds}
            recipients={receiving}
            onExplain={(entryId, indicatorId) => onExplain({ entryId, indicatorId })}
          />
          <BrokenTies round={round} mayWithdraw={seat.may("deciding") && seal?.state !== "sealed"} />
        </>
      )}
    </Stack>
  );
}
