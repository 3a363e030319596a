import { Alert, Button, Group, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { IconBook2, IconFileSpreadsheet, IconPrinter } from "@tabler/icons-react";
import { useLocation, useSearchParams } from "wouter";
import { formatDecimal } from "../../../electron/domain/indonesian.ts";
import { api, query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { files } from "../../api/files.ts";
import { useEditionId, useOverview } from "../../app/edition.tsx";
import { useSeat } from "../../app/seat.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { EntryList } from "./entryList.tsx";
import { type Chain, type Filter, filterQuery, isFiltered, readFilter } from "./filter.ts";
import { Filters } from "./filters.tsx";
import { useFilterWords } from "./useFilterWords.ts";
import { LedgerHead } from "./head.tsx";
import styles from "./ledger.module.css";
import { printAll } from "./printAll.ts";

const pageSize = 100;

/** Buku catatan: every act, newest first, filtered, printed and exported. */
export function LedgerPage() {
  const editionId = useEditionId();
  const { secured } = useSeat(editionId);
  if (!secured) {
    return (
      <EmptyState
        headingLevel={1}
        icon={IconBook2}
        title="Buku catatan mulai ditulis setelah edisi diamankan"
        sentence="Sejak itu setiap tindakan tercatat dengan nama, waktu, nilai lama, dan nilai baru, dan tidak dapat dihapus."
      />
    );
  }
  return <Ledger editionId={editionId} />;
}

function Ledger({ editionId }: { editionId: number }) {
  const [path, navigate] = useLocation();
  const [params] = useSearchParams();
  const edition = useOverview()?.edition;
  const filter = readFilter(params);
  const entries = useInfiniteQuery(
    query.ledger.list.infiniteOptions({
      input: (before: number | null) => ({ editionId, ...filter, before, limit: pageSize }),
      initialPageParam: null,
      getNextPageParam: (last) => {
        const oldest = last.entries.at(-1)?.seq;
        return last.entries.length < pageSize || oldest === undefined || oldest === 1 ? undefined : oldest;
      },
    }),
  );
  const exportFile = useMutation({
    mutationFn: () => api.ledger.exportFile({ editionId, ...filter }),
    onSuccess: (file) => files.save(file),
  });
  const print = useMutation({ mutationFn: () => printAll(entries) });
  const show = (next: Partial<Filter>) =>
    navigate(`${path}${filterQuery({ ...filter, ...next })}`, { replace: true });

  const described = useFilterWords(editionId, filter);
  const pages = entries.data?.pages;
  const rows = pages?.flatMap((page) => page.entries);
  const [newest] = pages ?? [];
  const total = newest?.total ?? 0;
  return (
    <div className={styles.page}>
      <PageHeader
        title="Buku catatan"
        description={
          <span>
            Siapa melakukan apa, kapan, dan dari mana; yang terbaru di atas.
            <span className={styles.printOnly}>{edition?.title}</span>
          </span>
        }
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              loading={print.isPending}
              disabled={total === 0}
              onClick={() => print.mutate()}
            >
              Cetak
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
              loading={exportFile.isPending}
              disabled={total === 0}
              onClick={() => exportFile.mutate()}
            >
              Simpan Excel
            </Button>
          </>
        }
      />
      <Stack gap="sm">
        <Group justify="space-between" gap="md">
          <SegmentedControl<Chain>
            className={styles.screenOnly}
            aria-label="Buku"
            value={filter.chain}
            onChange={(chain) => show({ chain, regionCode: null, panelistKey: null, kind: "all", text: "" })}
            data={[
              { value: "edition", label: "Edisi ini" },
              { value: "accounts", label: "Akun dan PIN" },
            ]}
          />
          {newest?.shortHead && <LedgerHead shortHead={newest.shortHead} chain={filter.chain} />}
        </Group>
        <div className={styles.screenOnly}>
          <Filters editionId={editionId} filter={filter} onChange={show} />
        </div>
        {entries.error && <Alert color="red">{sentenceOf(entries.error)}</Alert>}
        {rows && (
          <>
            <Text size="sm" c="dimmed" role="status">
              {countWords(total, isFiltered(filter))}
              <span className={styles.printOnly}>{described}</span>
            </Text>
            {rows.length > 0 ? (
              <EntryList rows={rows} />
            ) : (
              <EmptyState
                icon={IconBook2}
                title="Tidak ada catatan yang cocok"
                sentence="Longgarkan saringan di atas, atau periksa lagi ejaannya."
                action={
                  <Button
                    variant="default"
                    onClick={() => show({ regionCode: null, panelistKey: null, kind: "all", text: "" })}
                  >
                    Tampilkan semua
                  </Button>
                }
              />
            )}
          </>
        )}
        {entries.isPending && <Skeleton height={480} aria-busy="true" aria-label="Membaca buku catatan" />}
        {entries.hasNextPage && (
          <Group justify="center" className={styles.screenOnly}>
            <Button
              variant="default"
              loading={entries.isFetchingNextPage}
              onClick={() => void entries.fetchNextPage()}
            >
              Muat {Math.min(pageSize, total - (rows?.length ?? 0))} catatan sebelumnya
            </Button>
          </Group>
        )}
      </Stack>
    </div>
  );
}

function countWords(total: number, filtered: boolean): string {
  const count = formatDecimal(String(total));
  return filtered ? `${count} catatan cocok dengan saringan` : `${count} catatan`;
}
