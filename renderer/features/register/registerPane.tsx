import { Button, Group, Select, Stack, Table, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import type { RegisterRow } from "../../../electron/contract/register.ts";
import { api, query } from "../../api/client.ts";
import { notifyError, sentenceOf } from "../../api/errors.tsx";
import { files } from "../../api/files.ts";
import { dateAndTime } from "../../components/time.ts";
import { PrintState, printStates as states } from "./printState.tsx";
import { SignedCell } from "./signedCell.tsx";

const outcomes = { sent: "terkirim", cancelled: "dibatalkan", failed: "gagal" } as const;
/** Every paper that went out, with each time it did. */
export function RegisterPane({ editionId }: { editionId: number }) {
  const rows = useQuery(query.register.list.queryOptions({ input: { editionId } }));
  const [search, setSearch] = useState("");
  const [state, setState] = useState<string>("all");
  const shown = (rows.data ?? []).filter((row) => fits(row, search, state));
  const save = () =>
    api.register
      .exportFile({ editionId })
      .then((file) => files.save(file))
      .catch(notifyError);
  if (rows.error) return <Text c="red">{sentenceOf(rows.error)}</Text>;
  return (
    <Stack>
      <Group align="flex-end">
        <TextInput
          label="Cari"
          placeholder="Judul, nomor, seri, orang, atau printer"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          w={320}
        />
        <Select
          label="Keadaan"
          data={[
            { value: "all", label: "Semua" },
            ...Object.entries(states).map(([value, label]) => ({ value, label })),
            { value: "unseen", label: "Berlaku, belum tercetak" },
          ]}
          value={state}
          onChange={(value) => setState(value ?? "all")}
          allowDeselect={false}
        />
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => void save()}
        >
          Simpan sebagai Excel
        </Button>
        <Text size="sm" c="dimmed" pb={8}>
          {shown.length} dari {rows.data?.length ?? 0} nomor seri
        </Text>
      </Group>
      <section className="panel" style={{ overflow: "auto" }} aria-label="Register">
        <Table striped stickyHeader verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Seri</Table.Th>
              <Table.Th>Dokumen</Table.Th>
              <Table.Th>Nomor</Table.Th>
              <Table.Th>Versi</Table.Th>
              <Table.Th>Keluar</Table.Th>
              <Table.Th>Keadaan</Table.Th>
              <Table.Th>Tanda tangan elektronik</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row) => (
              <Table.Tr key={row.serial}>
                <Table.Td style={{ whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" }}>
                  {row.serial}
                </Table.Td>
                <Table.Td>{row.title}</Table.Td>
                <Table.Td>{row.number ?? "–"}</Table.Td>
                <Table.Td>{row.version ?? "–"}</Table.Td>
                <Table.Td>
                  {row.runs.map((run) => (
                    <Text key={run.run} size="sm">
                      {run.run > 1 && `${run.run}. `}
                      {dateAndTime(run.at)} · {run.actor ?? "tanpa akun"}, {run.place} · {run.target}
                      {run.outcome !== null && ` · ${outcomes[run.outcome]}`}
                      {run.reason !== null && ` · ${run.reason}`}
                    </Text>
                  ))}
                </Table.Td>
                <Table.Td>
                  <PrintState row={row} />
                </Table.Td>
                <Table.Td>
                  <SignedCell editionId={editionId} row={row} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {rows.data?.length === 0 && (
          <Text p="md" c="dimmed">
            Belum ada dokumen yang keluar. Setiap PDF yang disimpan atau dicetak dari Dokumen dicatat di sini.
          </Text>
        )}
      </section>
    </Stack>
  );
}

function fits(row: RegisterRow, search: string, state: string): boolean {
  if (state === "unseen" && (row.state !== "inForce" || row.seenAt !== null || row.form === "docx"))
    return false;
  if (state !== "all" && state !== "unseen" && row.state !== state) return false;
  const people = row.runs.map(
    ({ actor, place, target, reason }) => `${actor ?? "tanpa akun"} ${place} ${target} ${reason ?? ""}`,
  );
  const text = [row.title, row.number ?? "", row.serial, row.revokedWhy ?? "", ...people]
    .join(" ")
    .toLocaleLowerCase("id");
  return search
    .toLocaleLowerCase("id")
    .split(/\s+/)
    .every((word) => text.includes(word));
}
