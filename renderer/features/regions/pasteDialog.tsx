import { Button, Group, Modal, ScrollArea, Stack, Table, Text } from "@mantine/core";
import { useState } from "react";
import type { PastedBlock, PastedRow } from "./pastedPeople.ts";

interface PasteDialogProps {
  /** What was pasted and where it would go; null while nothing was. */
  pasted: PastedBlock | null;
  onClose: () => void;
  /** Saves the rows; shows its own failure. */
  onAccept: (rows: PastedRow[]) => Promise<unknown>;
}

/** Before a pasted block is saved: which name would go to which region, since one row too many swaps them all. */
export function PasteDialog({ pasted, onClose, onAccept }: PasteDialogProps) {
  return (
    <Modal
      opened={pasted !== null}
      onClose={onClose}
      size="xl"
      title={<Text fw={600}>Periksa pasangannya sebelum disimpan</Text>}
    >
      {pasted && <Review pasted={pasted} onClose={onClose} onAccept={onAccept} />}
    </Modal>
  );
}

function Review({ pasted, onClose, onAccept }: PasteDialogProps & { pasted: PastedBlock }) {
  const [saving, setSaving] = useState(false);
  const changed = pasted.rows.filter(({ changes }) => changes.length > 0);
  const faulty = pasted.rows.filter(({ fault }) => fault !== null).length + (pasted.left > 0 ? 1 : 0);
  const accept = async () => {
    setSaving(true);
    try {
      await onAccept(changed);
      onClose();
    } catch {
      // It has been said why, and nothing was changed: the pairs stay to be looked at.
    } finally {
      setSaving(false);
    }
  };
  return (
    <Stack>
      <Text size="sm">
        {pasted.byName
          ? "Setiap baris dipasangkan menurut nama daerah di kolom pertamanya."
          : "Setiap baris dipasangkan menurut urutan daerah di layar. Periksa baris pertama dan terakhir."}
      </Text>
      {pasted.left > 0 && (
        <Text size="sm" role="alert" c="var(--lencana-stop)">
          {pasted.left} baris terakhir tidak punya daerah di bawahnya. Salin lagi dengan jumlah baris yang
          sama.
        </Text>
      )}
      <ScrollArea.Autosize
        mah="50vh"
        viewportProps={{ tabIndex: 0, role: "region", "aria-label": "Pasangan daerah dan nama" }}
      >
        <Table stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Daerah</Table.Th>
              <Table.Th>Sekarang</Table.Th>
              <Table.Th>Menjadi</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pasted.rows.map((row) => (
              <Line key={row.region.id} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} disabled={saving}>
          Batal
        </Button>
        <Button
          disabled={changed.length === 0 || faulty > 0}
          loading={saving}
          onClick={() => void accept()}
          data-autofocus
        >
          {changed.length === 0 ? "Tidak ada yang berubah" : `Simpan ${changed.length} daerah`}
        </Button>
      </Group>
    </Stack>
  );
}

function Line({ row: { region, changes, fault } }: { row: PastedRow }) {
  return (
    <Table.Tr>
      <Table.Td>{region.label}</Table.Td>
      <Table.Td c="dimmed">
        {changes.length > 0 &&
          (changes
            .map(({ before }) => before)
            .filter(Boolean)
            .join(" · ") ||
            "belum diisi")}
      </Table.Td>
      <Table.Td>
        {changes.length === 0 ? (
          <Text size="sm" c="dimmed">
            tetap
          </Text>
        ) : (
          changes.map(({ after }) => after || "dikosongkan").join(" · ")
        )}
        {fault !== null && (
          <Text size="sm" c="var(--lencana-stop)">
            {fault}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
