import { Button, Group, SegmentedControl, Skeleton, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconMap2, IconMapPinPlus, IconSearch } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { useSearchParams } from "wouter";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useAskedField } from "../../app/askedField.ts";
import { useEditionId } from "../../app/edition.tsx";
import { NameStates } from "../../app/nameStates.tsx";
import { Preparation } from "../../app/preparation.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { useReadOnly } from "../../components/ReadOnlyArea.tsx";
import { SavedSign } from "../../components/SavedSign.tsx";
import { AddRegionsDialog } from "./addRegionsDialog.tsx";
import { isComplete } from "./people.ts";
import { layPasted } from "./pastedPeople.ts";
import { PasteDialog } from "./pasteDialog.tsx";
import type { PeopleColumn } from "./people.ts";
import { RegionsTable } from "./regionsTable.tsx";
import { useSavePeople } from "./useSavePeople.ts";

interface Pasted {
  at: { row: number; column: PeopleColumn };
  block: string[][];
}

/** Persiapan › Daerah: the regions of this edition with their heads and agencies of the year. */
export function RegionsPage() {
  const [params] = useSearchParams();
  const asked = params.get("cari") ?? "";
  // Asked for another region from elsewhere: start over with that search.
  return <Regions key={asked} asked={asked} />;
}

function Regions({ asked }: { asked: string }) {
  const editionId = useEditionId();
  const list = useQuery(query.regions.list.queryOptions({ input: { editionId } }));
  const { state, save, saveAll } = useSavePeople(editionId);
  const [adding, setAdding] = useState(false);
  /** The regions that were incomplete when they were asked for; null shows all. */
  const [only, setOnly] = useState<ReadonlySet<number> | null>(null);
  const [search, setSearch] = useState(asked);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const paste = useCallback(
    (row: number, column: PeopleColumn, block: string[][]) => setPasted({ at: { row, column }, block }),
    [],
  );

  useAskedField(list.data !== undefined);
  const regions = list.data ?? [];
  const incomplete = regions.filter((region) => !isComplete(region));
  const wanted = search.trim().toLowerCase();
  // A row that becomes complete or is renamed while it is typed in stays where it is.
  const shown = regions.filter(
    ({ id, code, label }) => (!only || only.has(id)) && `${code} ${label}`.toLowerCase().includes(wanted),
  );

  return (
    <Preparation tab="daerah" actions={<SavedSign state={state} />}>
      {list.isError && <Text role="alert">{sentenceOf(list.error)}</Text>}
      {list.isPending && <Skeleton height={520} />}
      {list.data && (
        <>
          <Group mb="sm" justify="space-between">
            <Group>
              <TextInput
                aria-label="Saring daerah"
                placeholder="Saring daerah atau nama"
                leftSection={<IconSearch size={16} aria-hidden />}
                w={260}
                readOnly={false}
                value={search}
                onChange={(event) => setSearch(event.currentTarget.value)}
              />
              <SegmentedControl
                aria-label="Yang ditampilkan"
                disabled={false}
                value={only ? "open" : "all"}
                onChange={(next) => setOnly(next === "open" ? new Set(incomplete.map(({ id }) => id)) : null)}
                data={[
                  { value: "all", label: `Semua ${regions.length}` },
                  { value: "open", label: `Belum lengkap ${incomplete.length}` },
                ]}
              />
            </Group>
            <AddButton onClick={() => setAdding(true)} />
          </Group>
          {shown.length > 0 ? (
            <NameStates editionId={editionId}>
              <RegionsTable regions={shown} all={regions} onSave={save} onPaste={paste} />
            </NameStates>
          ) : (
            <div className="panel">
              <EmptyState
                icon={IconMap2}
                title={regions.length === 0 ? "Belum ada daerah" : "Tidak ada yang cocok"}
                sentence={
                  regions.length === 0
                    ? "Tambahkan daerah dari daftar 514 kabupaten dan kota."
                    : "Ubah saringan untuk melihat daerah lain."
                }
                action={
                  regions.length === 0 ? (
                    <Button onClick={() => setAdding(true)}>Tambah daerah</Button>
                  ) : (
                    <Button
                      variant="default"
                      disabled={false}
                      onClick={() => {
                        setSearch("");
                        setOnly(null);
                      }}
                    >
                      Tampilkan semua
                    </Button>
                  )
                }
              />
            </div>
          )}
          <PasteDialog
            pasted={pasted && layPasted(shown, pasted.at, pasted.block)}
            onClose={() => setPasted(null)}
            onAccept={saveAll}
          />
          <AddRegionsDialog opened={adding} regions={regions} onClose={() => setAdding(false)} />
        </>
      )}
    </Preparation>
  );
}

function AddButton({ onClick }: { onClick: () => void }) {
  if (useReadOnly()) return null;
  return (
    <Button variant="default" leftSection={<IconMapPinPlus size={18} aria-hidden />} onClick={onClick}>
      Tambah daerah…
    </Button>
  );
}
