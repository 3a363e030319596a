import { Button, Group, Modal, NumberInput, Select, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { EditionRow } from "../../../electron/contract/editions.ts";
import { query } from "../../api/client.ts";
import { suggestedTitle } from "./createDialog.tsx";

interface CloneDialogProps {
  opened: boolean;
  /** What can be copied. */
  editions: EditionRow[];
  onClose: () => void;
  onCloned: (edition: EditionRow) => void;
}

/** Starts a new year from another edition: everything but the scores. */
export function CloneDialog(props: CloneDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={<Text fw={600}>Salin dari tahun lalu</Text>}>
      <CloneForm {...props} />
    </Modal>
  );
}

function CloneForm({ editions, onClose, onCloned }: CloneDialogProps) {
  const latest = editions.toSorted((a, b) => b.year - a.year || b.id - a.id)[0];
  const [sourceId, setSourceId] = useState(latest ? String(latest.id) : null);
  const source = editions.find((edition) => String(edition.id) === sourceId);
  const [typedYear, setTypedYear] = useState<number | string | null>(null);
  const [typedTitle, setTypedTitle] = useState<string | null>(null);
  const clone = useMutation(query.editions.clone.mutationOptions());
  const year = typedYear ?? (source ? source.year + 1 : "");
  const title = typedTitle ?? (source ? titleForYear(source, year) : "");

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (source)
          clone.mutate({ editionId: source.id, year: Number(year), title }, { onSuccess: onCloned });
      }}
    >
      <Stack>
        <Select
          label="Edisi yang disalin"
          data={editions.map((edition) => ({
            value: String(edition.id),
            label: `${edition.year} · ${edition.title}`,
          }))}
          value={sourceId}
          onChange={setSourceId}
          allowDeselect={false}
        />
        <Group align="flex-start" wrap="nowrap">
          <NumberInput
            label="Tahun baru"
            value={year}
            onChange={setTypedYear}
            min={1945}
            max={9999}
            allowDecimal={false}
            w={110}
            required
            data-autofocus
          />
          <TextInput
            label="Judul edisi baru"
            value={title}
            onChange={(event) => setTypedTitle(event.currentTarget.value)}
            maxLength={200}
            required
            flex={1}
          />
        </Group>
        <Text size="sm" c="dimmed">
          Disalin: daerah dengan nama kepala daerah dan perangkatnya, panelis, kategori, peserta, babak,
          indikator, penghargaan, dan rancangan piagam; penyelenggara, tempat, dan penanda tangan; dasar
          hukum, tembusan, mata acara upacara, lama presentasi dan wawancara, serta jeda. Periksa nama pejabat
          setelahnya.
        </Text>
        <Text size="sm" c="dimmed">
          Dikosongkan untuk diisi lagi: tema, tanggal, beban anggaran, nomor surat, urutan presentasi, dan
          panelis yang berhalangan. Tidak disalin: nilai, keputusan, dan dokumen.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Batal
          </Button>
          <Button
            type="submit"
            loading={clone.isPending}
            disabled={!source || title.trim() === "" || year === ""}
          >
            Salin edisi
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function titleForYear(source: EditionRow, year: number | string): string {
  const old = String(source.year);
  return source.title.includes(old) ? source.title.replaceAll(old, String(year)) : suggestedTitle(year);
}
