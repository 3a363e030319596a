import { Button, Group, Modal, Select, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { RegionRow } from "../../../electron/contract/regions.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { findRegions } from "./findRegions.ts";
import { FoundRegions } from "./foundRegions.tsx";

interface AddRegionsDialogProps {
  opened: boolean;
  /** Those already in the edition. */
  regions: RegionRow[];
  onClose: () => void;
}

/** Adds regions out of all 514, found by name, type and province. */
export function AddRegionsDialog(props: AddRegionsDialogProps) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size="lg"
      title={<Text fw={600}>Tambah daerah</Text>}
    >
      <AddRegionsForm {...props} />
    </Modal>
  );
}

function AddRegionsForm({ regions, onClose }: AddRegionsDialogProps) {
  const editionId = useEditionId();
  const client = useQueryClient();
  const catalogue = useQuery(query.regions.catalogue.queryOptions());
  const add = useMutation(query.regions.add.mutationOptions());
  const [search, setSearch] = useState("");
  const [province, setProvince] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());

  const all = catalogue.data ?? [];
  const there = new Set(regions.map(({ code }) => code));
  const found = findRegions(all, search, province);
  const addChosen = () =>
    add.mutate(
      { editionId, codes: [...chosen] },
      {
        onSuccess: (list) => {
          client.setQueryData(query.regions.list.queryKey({ input: { editionId } }), list);
          onClose();
        },
      },
    );

  return (
    <Stack>
      <Group wrap="nowrap">
        <TextInput
          aria-label="Cari daerah"
          placeholder="Ketik nama, misalnya “kota ked”"
          leftSection={<IconSearch size={16} aria-hidden />}
          flex={1}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          data-autofocus
        />
        <Select
          aria-label="Provinsi"
          placeholder="Semua provinsi"
          w={220}
          searchable
          clearable
          data={[...new Set(all.map((region) => region.province))]}
          value={province}
          onChange={setProvince}
          nothingFoundMessage="Tidak ada"
        />
      </Group>
      {catalogue.isError && <Text role="alert">{sentenceOf(catalogue.error)}</Text>}
      {catalogue.isPending ? (
        <Skeleton height={380} />
      ) : (
        <FoundRegions found={found} there={there} chosen={chosen} onChange={setChosen} />
      )}
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {found.length === 0
            ? "Tidak ada daerah dengan nama itu."
            : `${found.length} dari ${all.length} kabupaten dan kota`}
        </Text>
        <Group>
          <Button variant="default" onClick={onClose}>
            Batal
          </Button>
          <Button disabled={chosen.size === 0} loading={add.isPending} onClick={addChosen}>
            {chosen.size === 0 ? "Tambahkan" : `Tambahkan ${chosen.size} daerah`}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
