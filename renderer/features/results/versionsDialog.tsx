import { Alert, Group, Modal, SegmentedControl, Skeleton, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { RoundResultView } from "../../../electron/contract/results.ts";
import type { SealView } from "../../../electron/contract/seals.ts";
import { formatDecimal } from "../../../electron/domain/indonesian.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { HashText } from "../../components/HashText.tsx";
import { dateAndTime } from "../../components/time.ts";
import { StateBadge } from "../../components/StateBadge.tsx";
import classes from "./seal.module.css";
import { changedLabels } from "./versions.ts";

interface VersionsDialogProps {
  seal: SealView;
  round: RoundResultView | null;
  opened: boolean;
  onClose: () => void;
}

/** Every sealed version of a round, also those that a correction replaced: they stay readable. */
export function VersionsDialog({ seal, round, opened, onClose }: VersionsDialogProps) {
  return (
    <Modal
      size="xl"
      opened={opened}
      onClose={onClose}
      title={<Text fw={600}>Versi tersegel: {seal.roundName}</Text>}
    >
      <Versions seal={seal} decimals={round?.decimals ?? 2} />
    </Modal>
  );
}

function Versions({ seal, decimals }: { seal: SealView; decimals: number }) {
  const versions = useQuery(query.seals.versions.queryOptions({ input: { roundId: seal.roundId } }));
  const [chosen, setChosen] = useState<number | null>(null);
  if (versions.error) return <Alert color="red">{sentenceOf(versions.error)}</Alert>;
  const all = versions.data;
  const shown = all?.find(({ version }) => version === (chosen ?? all.at(-1)?.version));
  if (!all || !shown) return <Skeleton height={320} aria-busy="true" aria-label="Membaca versi" />;
  const before = all.find(({ version }) => version === shown.version - 1);
  const changed = changedLabels(before?.rows ?? shown.rows, shown.rows);
  const newest = all.at(-1)?.version === shown.version;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        {all.length > 1 ? (
          <SegmentedControl
            aria-label="Versi"
            value={String(shown.version)}
            onChange={(value) => setChosen(Number(value))}
            data={all.map(({ version }) => ({ value: String(version), label: `Versi ${version}` }))}
          />
        ) : (
          <Text fw={600}>Versi {shown.version}</Text>
        )}
        {newest ? (
          <StateBadge tone="done">Berlaku</StateBadge>
        ) : (
          <StateBadge tone="calm">Sudah digantikan koreksi</StateBadge>
        )}
      </Group>
      <Text size="sm" component="div">
        Disegel {dateAndTime(shown.sealedAt)} · sidik jari <HashText hash={shown.hash} />
        {changed.size > 0 && ` · ${changed.size} baris berbeda dari versi ${shown.version - 1}`}
      </Text>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right" w={110}>
              Peringkat
            </Table.Th>
            <Table.Th>Daerah</Table.Th>
            <Table.Th ta="right">Jumlah</Table.Th>
            <Table.Th>Keterangan</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.rows.map(({ label, rank, total }) => (
            <Table.Tr key={label} className={changed.has(label) ? classes.changed : undefined}>
              <Table.Td className="figure">{rank ?? "–"}</Table.Td>
              <Table.Td>{label}</Table.Td>
              <Table.Td className="figure">{total === null ? "–" : formatDecimal(total, decimals)}</Table.Td>
              <Table.Td>{changed.get(label)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
