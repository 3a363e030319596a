import { Button, CloseButton, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { query } from "../../api/client.ts";
import { type Filter, isFiltered, kinds } from "./filter.ts";
import styles from "./ledger.module.css";

interface FiltersProps {
  editionId: number;
  filter: Filter;
  onChange: (next: Partial<Filter>) => void;
}

const restMs = 250;

/** Region, panelist, kind and text; each narrows what the others leave. */
export function Filters({ editionId, filter, onChange }: FiltersProps) {
  const regions = useQuery(query.regions.list.queryOptions({ input: { editionId } }));
  const panelists = useQuery(query.panelists.list.queryOptions({ input: { editionId } }));
  const edition = filter.chain === "edition";
  return (
    <Group gap="sm">
      {edition && (
        <>
          <Select
            aria-label="Daerah"
            placeholder="Semua daerah"
            w={225}
            searchable
            clearable
            clearButtonProps={{ "aria-label": "Semua daerah" }}
            nothingFoundMessage="Tidak ada daerah itu"
            value={filter.regionCode}
            onChange={(regionCode) => onChange({ regionCode })}
            data={(regions.data ?? []).map(({ code, label }) => ({ value: code, label }))}
          />
          <Select
            aria-label="Panelis"
            placeholder="Semua panelis"
            w={200}
            searchable
            clearable
            clearButtonProps={{ "aria-label": "Semua panelis" }}
            nothingFoundMessage="Tidak ada panelis itu"
            value={filter.panelistKey}
            onChange={(panelistKey) => onChange({ panelistKey })}
            data={(panelists.data ?? []).map(({ key, name }) => ({ value: key, label: `${key} ${name}` }))}
          />
          <Select
            aria-label="Jenis catatan"
            w={225}
            allowDeselect={false}
            value={filter.kind}
            onChange={(value) =>
              onChange({ kind: kinds.find((kind) => kind.value === value)?.value ?? "all" })
            }
            data={[...kinds]}
          />
        </>
      )}
      <TextFilter key={filter.chain} text={filter.text} onChange={(text) => onChange({ text })} />
      {edition && isFiltered(filter) && (
        <Button
          variant="subtle"
          px="sm"
          className={styles.screenOnly}
          onClick={() => onChange({ regionCode: null, panelistKey: null, kind: "all", text: "" })}
        >
          Hapus saringan
        </Button>
      )}
    </Group>
  );
}

/** Looks once typing rests: the address and the list follow then. */
function TextFilter({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const [told, setTold] = useState(text);
  // Emptied from outside, by "Hapus saringan" or Back.
  if (text !== told) {
    setTold(text);
    setTyped(text);
  }
  const tell = useDebouncedCallback((next: string) => {
    setTold(next);
    onChange(next);
  }, restMs);
  const change = (next: string) => {
    setTyped(next);
    tell(next.trim());
  };
  return (
    <TextInput
      aria-label="Cari dalam catatan"
      placeholder="Cari dalam catatan"
      w={215}
      maxLength={100}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      rightSection={
        typed !== "" && <CloseButton size="sm" aria-label="Hapus pencarian" onClick={() => change("")} />
      }
    />
  );
}
