import { Anchor, Button, Group, Portal, Skeleton, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { IconSearch, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import type { CategoryRow } from "../../../electron/contract/categories.ts";
import type { RegionRow } from "../../../electron/contract/regions.ts";
import { query } from "../../api/client.ts";
import { useEditionId } from "../../app/edition.tsx";
import { ConfirmByName } from "../../components/ConfirmByName.tsx";
import { ReadOnlyArea, useReadOnly } from "../../components/ReadOnlyArea.tsx";
import { ReadOnlyNote } from "../../components/ReadOnlyNote.tsx";
import { SavedSign } from "../../components/SavedSign.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useDraft } from "../../components/useDraft.ts";
import { Section } from "../../components/Section.tsx";
import styles from "./entries.module.css";

interface EntriesEditorProps {
  category: CategoryRow;
  /** The rule book is signed: the category keeps its name. */
  frozen: boolean;
  /** A round of the category is sealed: its entries stay. */
  sealed: boolean;
  sign: HTMLDivElement | null;
}

/** The category's name, and which regions take part in it. */
export function EntriesEditor({ category, frozen, sealed, sign }: EntriesEditorProps) {
  const editionId = useEditionId();
  const regions = useQuery(query.regions.list.queryOptions({ input: { editionId } })).data;
  const client = useQueryClient();
  const listKey = query.categories.list.queryKey({ input: { editionId } });
  const keep = (saved: CategoryRow) =>
    client.setQueryData<CategoryRow[]>(listKey, (list) =>
      list?.map((each) => (each.id === saved.id ? saved : each)),
    );

  const rename = useMutation(query.categories.rename.mutationOptions({ meta: { handlesError: true } }));
  const name = useDraft({
    saved: category.name,
    save: async (typed) => {
      if (typed.trim() === "") return;
      keep(await rename.mutateAsync({ categoryId: category.id, name: typed }));
    },
  });
  const setEntries = useMutation(query.categories.setEntries.mutationOptions());
  const entries = useDraft({
    saved: category.entries.map(({ regionId }) => regionId),
    save: async (regionIds) => keep(await setEntries.mutateAsync({ categoryId: category.id, regionIds })),
  });
  const state = name.state.kind === "idle" ? entries.state : name.state;

  return (
    <>
      {sign && (
        <Portal target={sign}>
          <SavedSign
            state={state}
            invalid={name.value.trim() === ""}
            onRetry={() => {
              name.flush();
              entries.flush();
            }}
          />
        </Portal>
      )}
      {sealed && !frozen && (
        <ReadOnlyNote sentence="Kategori ini sudah mempunyai babak yang disegel, jadi nama dan pesertanya tetap." />
      )}
      <ReadOnlyArea on={frozen || sealed}>
        <Group align="flex-end" wrap="nowrap">
          <TextField
            label="Nama kategori"
            size="md"
            flex={1}
            value={name.value}
            error={name.value.trim() === "" ? "Wajib diisi" : undefined}
            onChange={name.change}
            onBlur={name.flush}
          />
          <RemoveCategory category={category} />
        </Group>
      </ReadOnlyArea>
      {regions ? (
        <ReadOnlyArea on={sealed}>
          <Choice
            regions={regions}
            chosen={entries.value}
            failed={entries.state.kind === "failed"}
            onChange={entries.change}
            onRevert={entries.revert}
          />
        </ReadOnlyArea>
      ) : (
        <Skeleton height={420} />
      )}
    </>
  );
}

interface ChoiceProps {
  regions: RegionRow[];
  chosen: number[];
  failed: boolean;
  onChange: (regionIds: number[]) => void;
  onRevert: () => void;
}

function Choice({ regions, chosen, failed, onChange, onRevert }: ChoiceProps) {
  const editionId = useEditionId();
  const [search, setSearch] = useState("");
  const readOnly = useReadOnly();
  const taking = new Set(chosen);
  const wanted = search.trim().toLowerCase();
  const shown = regions.filter(({ label, code }) => `${label} ${code}`.toLowerCase().includes(wanted));
  const set = (next: Set<number>) => onChange(regions.map(({ id }) => id).filter((id) => next.has(id)));
  const allShown = shown.length > 0 && shown.every(({ id }) => taking.has(id));

  return (
    <Section
      title="Peserta"
      description={
        <>
          {chosen.length} dari {regions.length} daerah ikut dalam kategori ini. Daerah lain ditambahkan di{" "}
          <Anchor component={Link} href={`/e/${editionId}/persiapan/daerah`} size="sm">
            Daerah
          </Anchor>
          .
        </>
      }
      actions={
        <Group gap="xs" wrap="nowrap">
          <TextInput
            aria-label="Saring daerah"
            placeholder="Saring daerah"
            leftSection={<IconSearch size={16} aria-hidden />}
            w={190}
            readOnly={false}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={readOnly || shown.length === 0}
            onClick={() => {
              const next = new Set(taking);
              for (const { id } of shown) {
                if (allShown) next.delete(id);
                else next.add(id);
              }
              set(next);
            }}
          >
            {allShown ? "Keluarkan semua" : "Pilih semua"}
          </Button>
        </Group>
      }
    >
      {failed && (
        <Group mb="sm">
          <Text size="sm" role="alert" c="var(--lencana-stop)">
            Pilihan ini belum tersimpan.
          </Text>
          <Button size="compact-sm" variant="default" onClick={onRevert}>
            Kembalikan ke yang tersimpan
          </Button>
        </Group>
      )}
      <div className={styles.list}>
        {shown.map(({ id, label, code }) => (
          <label key={id} className={styles.entry}>
            <input
              type="checkbox"
              checked={taking.has(id)}
              disabled={readOnly}
              onChange={(event) => {
                const next = new Set(taking);
                if (event.currentTarget.checked) next.add(id);
                else next.delete(id);
                set(next);
              }}
            />
            <span>
              {label} <span className={styles.code}>{code}</span>
            </span>
          </label>
        ))}
      </div>
      {shown.length === 0 && (
        <Text c="dimmed" py="md">
          {regions.length === 0
            ? "Edisi ini belum punya daerah."
            : `Tidak ada daerah yang cocok dengan “${search}”.`}
        </Text>
      )}
    </Section>
  );
}

function RemoveCategory({ category }: { category: CategoryRow }) {
  const [asking, setAsking] = useState(false);
  const remove = useMutation(query.categories.remove.mutationOptions({ meta: { handlesError: true } }));
  if (useReadOnly()) return null;
  return (
    <>
      <Button
        variant="default"
        size="md"
        px="md"
        c="var(--lencana-stop)"
        leftSection={<IconTrash size={18} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        Hapus kategori
      </Button>
      <ConfirmByName
        opened={asking}
        onClose={() => setAsking(false)}
        title="Hapus kategori"
        consequence={`Ini menghapus ${category.rounds.length} babak dengan indikatornya, ${category.entries.length} peserta, dan penghargaan kategori ini. Daerah dan panelis tetap ada. Kategori yang sudah punya nilai tidak dapat dihapus.`}
        name={category.name}
        nameLabel="nama kategori"
        action="Hapus kategori"
        onConfirm={() => remove.mutateAsync({ categoryId: category.id })}
      />
    </>
  );
}
