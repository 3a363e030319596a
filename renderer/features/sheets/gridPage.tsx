import { Anchor, Button, Group, Skeleton } from "@mantine/core";
import { IconTable } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { Link, useLocation, useParams, useSearch } from "wouter";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { useSeat } from "../../app/seat.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Notice } from "./notice.tsx";
import styles from "./sheet.module.css";
import { type Desk, SheetDesk } from "./sheetDesk.tsx";
import { SheetHead } from "./sheetHead.tsx";
import { useFillHeight } from "./useFillHeight.ts";
import { useSheet } from "./useSheet.ts";

/** The typing grid of one panelist, or of the desk (panelist 0). */
export function GridPage() {
  const params = useParams<{ roundId: string; panelistId: string }>();
  const panelist = Number(params.panelistId);
  const name = { roundId: Number(params.roundId), panelistId: panelist === 0 ? null : panelist };
  const { may } = useSeat(useEditionId());
  if (!may("typing")) return <NotTyping roundId={name.roundId} />;
  // Another panelist is another page: nothing of the one before may linger.
  return <GridOf key={`${name.roundId}/${panelist}`} {...name} />;
}

/** Sheets open for operators only; the others are told where they see what is in force. */
function NotTyping({ roundId }: { roundId: number }) {
  const editionId = useEditionId();
  return (
    <EmptyState
      headingLevel={1}
      icon={IconTable}
      title="Lembar nilai diketik operator"
      sentence="Papan penilaian menunjukkan lembar mana yang sudah lengkap; nilai yang berlaku dan asalnya terbaca di Hasil, dengan klik pada daerahnya."
      action={
        <Group justify="center">
          <Button component={Link} variant="default" href={`/e/${editionId}/penilaian/${roundId}`}>
            Ke papan penilaian
          </Button>
          <Button component={Link} variant="default" href={`/e/${editionId}/hasil`}>
            Lihat hasil
          </Button>
        </Group>
      }
    />
  );
}

function GridOf({ roundId, panelistId }: { roundId: number; panelistId: number | null }) {
  const editionId = useEditionId();
  const [, navigate] = useLocation();
  const wanted = Number(new URLSearchParams(useSearch()).get("peserta")) || null;
  const { grid, store, state } = useSheet({ roundId, panelistId });
  const round = useQuery(query.rounds.get.queryOptions({ input: { roundId } }));
  const panelists = useQuery(query.panelists.list.queryOptions({ input: { editionId } }));
  const page = useFillHeight();
  const desk = useRef<Desk>(null);
  const boardPath = `/e/${editionId}/penilaian/${roundId}`;

  const error = grid.error ?? round.error;
  if (error && !grid.data) {
    return (
      <Notice kind="refused" title={sentenceOf(error)}>
        <div>
          <Button variant="default" mt="xs" onClick={() => void grid.refetch()}>
            Coba lagi
          </Button>
        </div>
      </Notice>
    );
  }
  const open = grid.data && round.data ? { grid: grid.data, round: round.data } : null;
  const empty = open && (open.grid.rows.length === 0 || open.grid.indicators.length === 0);
  return (
    <div ref={page} className={styles.page}>
      <SheetHead
        editionId={editionId}
        panelistId={panelistId}
        round={round.data}
        panelists={panelists.data}
        saving={state.saving}
        onRetry={store.retry}
        onPanelist={(id) => {
          // What is being typed and refused is mended first: on another sheet nobody would look for it.
          if (desk.current?.finish() === false) return;
          navigate(`${boardPath}/${id}${wanted === null ? "" : `?peserta=${wanted}`}`);
        }}
      />
      {open === null && <Skeleton flex={1} aria-label="Membuka lembar nilai" />}
      {empty && (
        <EmptyState
          icon={IconTable}
          title="Belum ada yang dapat dinilai"
          sentence={open.grid.blocked ?? "Babak ini belum punya peserta atau indikator."}
          action={
            <Anchor component={Link} href={`/e/${editionId}/persiapan/tata-nilai`}>
              Buka tata nilai
            </Anchor>
          }
        />
      )}
      {open && !empty && (
        <SheetDesk {...open} ref={desk} store={store} state={state} wantedEntryId={wanted} />
      )}
    </div>
  );
}
