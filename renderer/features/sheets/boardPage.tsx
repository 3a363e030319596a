import { Button, NativeSelect, Skeleton, Switch, Tabs, TextInput } from "@mantine/core";
import {
  IconArrowRight,
  IconLock,
  IconRosetteDiscountCheck,
  IconSearch,
  IconTable,
} from "@tabler/icons-react";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation, useParams } from "wouter";
import type { CategoryRow } from "../../../electron/contract/categories.ts";
import type { Board } from "../../../electron/contract/sheets.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { useSeat } from "../../app/seat.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { StateBadge } from "../../components/StateBadge.tsx";
import styles from "./board.module.css";
import { BoardGrid } from "./boardGrid.tsx";
import { entriesToShow, progressWords } from "./boardWords.ts";
import { CheckDrawer } from "./checkDrawer.tsx";
import { checkWords, keyingSentence } from "./keyingWords.ts";
import { Notice } from "./notice.tsx";
import { SpreadsheetButtons } from "./spreadsheetButtons.tsx";
import { useBoardWork } from "./useBoardWork.ts";
import { useFillHeight } from "./useFillHeight.ts";

/** Penilaian: how far every sheet of a round is, entry by panelist. */
export function BoardPage() {
  const editionId = useEditionId();
  const { roundId: asked } = useParams<{ roundId?: string }>();
  const [, navigate] = useLocation();
  const categories = useQuery(query.categories.list.queryOptions({ input: { editionId } }));
  const several = categories.data ?? [];
  const category =
    several.find(({ rounds }) => rounds.some(({ id }) => String(id) === asked)) ??
    several.find(({ rounds }) => rounds.length > 0);
  const page = useFillHeight();
  const seat = useSeat(editionId);

  return (
    <div ref={page} className={styles.page}>
      <PageHeader
        title="Penilaian"
        description={
          seat.may("typing")
            ? "Satu sel satu lembar nilai. Klik atau tekan Enter untuk mengisinya."
            : "Satu sel satu lembar nilai. Operator mengetiknya; nilai yang berlaku dibaca di Hasil."
        }
        actions={
          several.length > 1 && (
            <NativeSelect
              aria-label="Kategori"
              value={category?.id}
              onChange={(event) => {
                const chosen = several.find(({ id }) => String(id) === event.currentTarget.value);
                const first = chosen?.rounds[0];
                if (first) navigate(`/e/${editionId}/penilaian/${first.id}`);
              }}
              data={several
                .filter(({ rounds }) => rounds.length > 0)
                .map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          )
        }
      />
      {categories.error && <Notice kind="refused" title={sentenceOf(categories.error)} />}
      {categories.data && !category && (
        <EmptyState
          icon={IconTable}
          title="Belum ada babak"
          sentence="Lembar nilai mengikuti babak: susun dahulu babak, indikator, dan bobotnya di Tata nilai."
          action={
            <Button component={Link} href={`/e/${editionId}/persiapan/tata-nilai`}>
              Susun tata nilai
            </Button>
          }
        />
      )}
      {category && <Rounds key={category.id} editionId={editionId} category={category} asked={asked} />}
      {categories.isPending && <BoardSkeleton />}
    </div>
  );
}

interface RoundsProps {
  editionId: number;
  category: CategoryRow;
  asked: string | undefined;
}

function Rounds({ editionId, category, asked }: RoundsProps) {
  const [, navigate] = useLocation();
  const boards = useQueries({
    queries: category.rounds.map(({ id }) => query.sheets.board.queryOptions({ input: { roundId: id } })),
  });
  const { secured } = useSeat(editionId);
  const seals = useQuery({
    ...query.seals.list.queryOptions({ input: { editionId } }),
    enabled: secured,
  });
  const sealed = new Set(
    (seals.data ?? []).filter(({ state }) => state === "sealed").map(({ roundId }) => roundId),
  );
  const known = boards.every(({ data }) => data !== undefined);
  // Without a round in the address: the one being worked on, which is the first that is not complete.
  const working = boards.find(({ data }) => data && !data.complete)?.data ?? boards.at(-1)?.data;
  const current =
    category.rounds.find(({ id }) => String(id) === asked)?.id ?? (known ? working?.roundId : undefined);
  const at = category.rounds.findIndex(({ id }) => id === current);
  const board = boards[at];

  return (
    <>
      <Tabs
        className={styles.tabs}
        value={current === undefined ? null : String(current)}
        onChange={(value) => navigate(`/e/${editionId}/penilaian/${value}`)}
      >
        <Tabs.List aria-label="Babak">
          {category.rounds.map(({ id, name }, index) => (
            <Tabs.Tab
              key={id}
              value={String(id)}
              rightSection={<RoundState board={boards[index]?.data} sealed={sealed.has(id)} />}
            >
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {board?.error && <Notice kind="refused" title={sentenceOf(board.error)} />}
      {board?.data ? (
        <RoundBoard key={board.data.roundId} editionId={editionId} board={board.data} category={category} />
      ) : (
        <BoardSkeleton />
      )}
    </>
  );
}

function RoundState({ board, sealed }: { board: Board | undefined; sealed: boolean }) {
  if (!board) return <Skeleton width={120} height={20} />;
  if (sealed)
    return (
      <StateBadge tone="done" icon={IconRosetteDiscountCheck}>
        disegel
      </StateBadge>
    );
  if (board.complete) return <StateBadge tone="done">lengkap</StateBadge>;
  return board.blocked !== null ? (
    <StateBadge tone="calm" icon={IconLock}>
      belum dibuka
    </StateBadge>
  ) : (
    <StateBadge tone="open">{progressWords(board)}</StateBadge>
  );
}

function RoundBoard({
  editionId,
  board,
  category,
}: {
  editionId: number;
  board: Board;
  category: CategoryRow;
}) {
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [looked, setLooked] = useState("");
  const round = category.rounds.find(({ id }) => id === board.roundId);
  const work = useBoardWork(editionId, board);
  const sentence = keyingSentence(work.keying);

  if (board.entries.length === 0 || board.panelists.length === 0) {
    return (
      <EmptyState
        icon={IconTable}
        title="Belum ada lembar nilai"
        sentence={board.blocked ?? "Babak ini belum punya peserta atau panelis."}
        action={
          <Button component={Link} href={`/e/${editionId}/persiapan/tata-nilai`}>
            Buka tata nilai
          </Button>
        }
      />
    );
  }
  return (
    <>
      {board.blocked !== null && <Notice kind="locked" title={board.blocked} />}
      {work.finished ? (
        <Notice
          kind="done"
          title="Bagian Anda di babak ini sudah selesai diketik; sisanya menunggu orang lain."
        />
      ) : (
        sentence !== null && <Notice kind="blind" title={sentence} />
      )}
      <div className={styles.tools}>
        {work.next && (
          <Button rightSection={<IconArrowRight size={18} aria-hidden />} onClick={work.goOn}>
            Lanjutkan mengisi
          </Button>
        )}
        {work.toCheck > 0 && (
          <Button rightSection={<IconArrowRight size={18} aria-hidden />} onClick={work.check}>
            {checkWords(work.toCheck, work.keying)}
          </Button>
        )}
        <TextInput
          aria-label="Cari peserta"
          placeholder="Cari peserta"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={looked}
          onChange={(event) => setLooked(event.currentTarget.value)}
          w={172}
        />
        <Switch
          label="Belum lengkap saja"
          checked={onlyOpen}
          onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
        />
        {work.mayType && <SpreadsheetButtons board={board} />}
      </div>
      <BoardGrid
        board={board}
        entries={entriesToShow(board, looked, onlyOpen)}
        label={`Papan lembar nilai ${round?.name ?? ""}: ${progressWords(board)}`}
        opens={work.opens}
        onOpen={work.open}
      />
      {work.note !== "" && (
        <div role="status" className={styles.note}>
          {work.note}
        </div>
      )}
      <CheckDrawer
        roundId={board.roundId}
        keying={work.keying}
        sheets={work.sheets}
        at={work.checking}
        onGo={work.checkAt}
        onClose={work.closeCheck}
      />
    </>
  );
}

function BoardSkeleton() {
  return (
    <>
      <Skeleton height={36} aria-hidden />
      <Skeleton flex={1} aria-label="Membuka papan penilaian" />
    </>
  );
}
