import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconCategoryPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useSearchParams } from "wouter";
import type { CategoryRow } from "../../../electron/contract/categories.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { Preparation, usePreparingLock } from "../../app/preparation.tsx";
import { useSeat } from "../../app/seat.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ReadOnlyArea } from "../../components/ReadOnlyArea.tsx";
import { ReadOnlyNote } from "../../components/ReadOnlyNote.tsx";
import { AwardsEditor } from "./awardsEditor.tsx";
import { CategoryDialog } from "./categoryDialog.tsx";
import { EntriesEditor } from "./entriesEditor.tsx";
import { RoundEditor } from "./roundEditor.tsx";
import { RulesNavigation } from "./rulesNavigation.tsx";
import styles from "./rulesPage.module.css";

/** Persiapan › Tata nilai: categories with their entries, rounds in order, and awards. */
export function RulesPage() {
  const editionId = useEditionId();
  const categories = useQuery(query.categories.list.queryOptions({ input: { editionId } }));
  const [search, setSearch] = useSearchParams();
  const [creating, setCreating] = useState(false);
  const [sign, setSign] = useState<HTMLDivElement | null>(null);
  const [aside, setAside] = useState<HTMLDivElement | null>(null);

  const open = (categoryId: number, part: string) =>
    setSearch({ kategori: String(categoryId), bagian: part }, { replace: true });

  const lock = usePreparingLock(editionId);
  const frozen = lock?.scope === "rules";
  const sealed = useSealedRounds(editionId);
  const list = categories.data ?? [];
  const category = list.find(({ id }) => String(id) === search.get("kategori")) ?? list[0];
  return (
    <Preparation tab="tata-nilai" actions={<div ref={setSign} />}>
      {frozen && (
        <ReadOnlyNote
          sentence={lock.sentence}
          link={{ route: `/e/${editionId}/persiapan/pengamanan`, words: "Buka Pengamanan" }}
        />
      )}
      {categories.isError && <Text role="alert">{sentenceOf(categories.error)}</Text>}
      {categories.isPending && <Skeleton height={480} />}
      {categories.data && !category && (
        <EmptyState
          icon={IconCategoryPlus}
          title="Belum ada kategori"
          sentence="Kategori adalah yang diperingkat, misalnya “Pengembangan Kompetensi ASN”. Setiap kategori punya peserta, babak, dan penghargaannya sendiri."
          action={<Button onClick={() => setCreating(true)}>Buat kategori pertama</Button>}
        />
      )}
      {category && (
        <div className={styles.columns}>
          <div className={styles.navigation}>
            <ReadOnlyArea on={frozen}>
              <RulesNavigation
                categories={list}
                category={category}
                part={partOf(category, search.get("bagian"))}
                onOpen={open}
                onCreate={() => setCreating(true)}
              />
            </ReadOnlyArea>
            <div ref={setAside} />
          </div>
          <Stack gap="md" style={{ minWidth: 0 }}>
            <Part
              category={category}
              part={partOf(category, search.get("bagian"))}
              frozen={frozen}
              sealed={sealed}
              sign={sign}
              aside={aside}
              onOpen={(part) => open(category.id, part)}
            />
          </Stack>
        </div>
      )}
      <CategoryDialog
        opened={creating}
        onClose={() => setCreating(false)}
        onCreated={(created) => open(created.id, "peserta")}
      />
    </Preparation>
  );
}

/** The part asked for, else the first round, else the entries. */
function partOf(category: CategoryRow, asked: string | null): string {
  const parts = ["peserta", "penghargaan", ...category.rounds.map(({ id }) => `babak-${id}`)];
  if (asked !== null && parts.includes(asked)) return asked;
  const first = category.rounds[0];
  return first ? `babak-${first.id}` : "peserta";
}

const none: ReadonlySet<number> = new Set();

/** Rounds whose rules, entries and recusals stay as they were sealed. */
function useSealedRounds(editionId: number): ReadonlySet<number> {
  const { secured } = useSeat(editionId);
  const seals = useQuery({
    ...query.seals.list.queryOptions({ input: { editionId } }),
    enabled: secured,
  }).data;
  if (!seals) return none;
  return new Set(seals.filter(({ state }) => state === "sealed").map(({ roundId }) => roundId));
}

interface PartProps {
  category: CategoryRow;
  part: string;
  /** The rule book is signed: what stands in it can only be read. */
  frozen: boolean;
  sealed: ReadonlySet<number>;
  /** Where the sign of saving is shown. */
  sign: HTMLDivElement | null;
  /** Where it is said what is still open. */
  aside: HTMLDivElement | null;
  onOpen: (part: string) => void;
}

function Part({ category, part, frozen, sealed, sign, aside, onOpen }: PartProps) {
  if (part === "peserta") {
    return (
      <EntriesEditor
        key={category.id}
        category={category}
        frozen={frozen}
        sealed={category.rounds.some(({ id }) => sealed.has(id))}
        sign={sign}
      />
    );
  }
  if (part === "penghargaan") {
    return (
      <ReadOnlyArea on={frozen}>
        <AwardsEditor key={category.id} category={category} />
      </ReadOnlyArea>
    );
  }
  const roundId = Number(part.slice("babak-".length));
  return (
    <RoundEditor
      key={roundId}
      category={category}
      roundId={roundId}
      frozen={frozen}
      sealed={sealed.has(roundId)}
      sign={sign}
      aside={aside}
      onRemoved={() => onOpen("peserta")}
    />
  );
}
