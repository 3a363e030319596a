import { Alert, Button, Group, Skeleton, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { IconCheck } from "@tabler/icons-react";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { DecimalText } from "../../components/DecimalText.tsx";
import type { KeyedSheet } from "./keyingWords.ts";
import styles from "./keying.module.css";
import { SendBack } from "./sendBack.tsx";

/** A sheet as one operator typed it, to be held against the paper and accepted whole or sent back. */
export function CheckWaiting({ roundId, sheet }: { roundId: number; sheet: KeyedSheet }) {
  const place = { roundId, entryId: sheet.entryId, panelistId: sheet.panelistId || null };
  const waiting = useQuery(query.keyings.waiting.queryOptions({ input: place }));
  const confirm = useMutation({ ...query.keyings.confirm.mutationOptions(), meta: { handlesError: true } });
  if (waiting.error) return <Alert color="red">{sentenceOf(waiting.error)}</Alert>;
  if (!waiting.data) return <Skeleton height={260} aria-busy="true" aria-label="Membaca ketikan" />;
  const values = waiting.data;
  const seen = values.map(({ indicatorId, value }) => ({ indicatorId, value }));
  return (
    <Stack>
      <Text size="sm">
        Diketik oleh {sheet.by.join(" dan ")}. Cocokkan setiap angka dengan lembar kertasnya; setelah
        disetujui, {values.length} nilai ini berlaku.
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Indikator</Table.Th>
            <Table.Th ta="right">Nilai yang diketik</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {values.map(({ indicatorId, indicator, value }) => (
            <Table.Tr key={indicatorId}>
              <Table.Td>{indicator}</Table.Td>
              <Table.Td className={`figure ${styles.value}`}>
                <DecimalText value={value} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {confirm.error && (
        <Alert color="red" p="xs" role="alert">
          {sentenceOf(confirm.error)}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button
          leftSection={<IconCheck size={18} aria-hidden />}
          loading={confirm.isPending}
          onClick={() => confirm.mutate({ ...place, accept: true, note: "", seen })}
        >
          Setujui {values.length} nilai
        </Button>
      </Group>
      <SendBack
        place={place}
        consequence={`${values.length} nilai ketikan ${sheet.by.join(" dan ")} dikosongkan.`}
      />
    </Stack>
  );
}
