import { Button, Group, SegmentedControl, Skeleton, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { IconMap2, IconMapPinPlus, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useSearchParams } from "wouter";
import type { RegionRow } from "../../../electron/contract/regions.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { Preparation } from "../../app/preparation.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { SavedSign } from "../../components/SavedSign.tsx";
import type { SaverState } from "../../components/saver.ts";
import { AddRegionsDialog } from "./addRegionsDialog.tsx";
import { isComplete } from "./people.ts";
import type { RegionPeople } from "./people.ts";
import { RegionsTable } from "./regionsTable.tsx";

/** Persiapan › Daerah: the regions of this edition with their heads and agencies of the year. */
export function RegionsPage() {
  const [params] = useSearchParams();
  const asked = params.get("cari") ?? "";
  // Asked for another region from elsewhere: start over with that search.
  return <Regions key={asked} asked={asked} />;
}

function Regions({ asked }: { asked: string }) {
  const editionId = useEditionId();
  const client = useQueryClient();
  const listKey = query.regions.list.queryKey({ input: { editionId } });
  const list = useQuery(query.regions.list.queryOptions({ input: { editionId } }));
  const update = useMutation(query.regions.update.mutationOptions());
  const [state, setState] = useState<SaverState>({ kind: "idle" });
  const [adding, setAdding] = useState(false);
  const [show, setShow] = useState("all");
  const [search, setSearch] = useState(asked);

  const save = async (region: RegionRow, people: RegionPeople) => {
    setState({ kind: "saving" });
    try {
      const saved = await update.mutateAsync({ regionId: region.id, ...people });
      client.setQueryData<RegionRow[]>(listKey, (rows) =>
        rows?.map((row) => (row.id === saved.id ? { ...row, ...people } : row)),
      );
      setState({ kind: "saved", at: new Date() });
    } catch (error) {
      setState({ kind: "failed", error });
      throw error;
    }
  };

  const regions = list.data ?? [];
  const incomplete = regions.filter((region) => !isComplete(region));
  const wanted = search.trim().toLowerCase();
  const shown = (show === "open" ? incomplete : regions).filter(({ code, label, head, agency }) =>
    `${code} ${label} ${head?.name ?? ""} ${agency?.name ?? ""}`.toLowerCase().includes(wanted),
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
                value={search}
                onChange={(event) => setSearch(event.currentTarget.value)}
              />
              <SegmentedControl
                aria-label="Yang ditampilkan"
                value={show}
                onChange={setShow}
                data={[
                  { value: "all", label: `Semua ${regions.length}` },
                  { value: "open", label: `Belum lengkap ${incomplete.length}` },
                ]}
              />
            </Group>
            <Button
              variant="default"
              leftSection={<IconMapPinPlus size={18} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              Tambah daerah…
            </Button>
          </Group>
          {shown.length > 0 ? (
            <RegionsTable regions={shown} all={regions} onSave={save} />
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
                      onClick={() => {
                        setSearch("");
                        setShow("all");
                      }}
                    >
                      Tampilkan semua
                    </Button>
                  )
                }
              />
            </div>
          )}
          <AddRegionsDialog opened={adding} regions={regions} onClose={() => setAdding(false)} />
        </>
      )}
    </Preparation>
  );
}
