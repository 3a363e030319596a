import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconCategoryPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useSearchParams } from "wouter";
import type { CategoryRow } from "../../../electron/contract/categories.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { Preparation } from "../../app/preparation.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
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

  const list = categories.data ?? [];
  const category = list.find(({ id }) => String(id) === search.get("kategori")) ?? list[0];
  return (
    <Preparation tab="tata-nilai" actions={<div ref={setSign} />}>
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
            <RulesNavigation
              categories={list}
              category={category}
              part={partOf(category, search.get("bagian"))}
              onOpen={open}
              onCreate={() => setCreating(true)}
            />
            <div ref={setAside} />
          </div>
          <Stack gap="md" style={{ minWidth: 0 }}>
            <Part
              category={category}
              part={partOf(category, search.get("bagian"))}
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

interface PartProps {
  category: CategoryRow;
  part: string;
  /** Where the sign of saving is shown. */
  sign: HTMLDivElement | null;
  /** Where it is said what is still open. */
  aside: HTMLDivElement | null;
  onOpen: (part: string) => void;
}

function Part({ category, part, sign, aside, onOpen }: PartProps) {
  if (part === "peserta") return <EntriesEditor key={category.id} category={category} sign={sign} />;
  if (part === "penghargaan") return <AwardsEditor key={category.id} category={category} />;
  const roundId = Number(part.slice("babak-".length));
  return (
    <RoundEditor
      key={roundId}
      category={category}
      roundId={roundId}
      sign={sign}
      aside={aside}
      onRemoved={() => onOpen("peserta")}
    />
  );
}
