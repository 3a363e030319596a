import { Anchor, Group, Stack, Table, Text, Title } from "@mantine/core";
import { IconAward } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { recipient } from "../../../electron/contract/results.ts";
import type { AwardRow } from "../../../electron/contract/categories.ts";
import type { z } from "zod";
import { EmptyState } from "../../components/EmptyState.tsx";
import { StateBadge } from "../../components/StateBadge.tsx";
import { StandingBand } from "./band.tsx";
import { HiddenWinners } from "./hidden.tsx";

export type Recipient = z.infer<typeof recipient>;

const receiverWords = {
  head: "diberikan kepada kepala daerah",
  agency: "diberikan kepada perangkat daerah",
  region: "diberikan kepada daerah",
};

const open = {
  tone: "preview",
  title: "Pratinjau sementara: penerima belum pasti",
  detail:
    "Babak terakhir belum lengkap, serinya belum diputuskan, atau belum disegel; daftar ini masih dapat berubah.",
} as const;

/** Who receives each award of a category, with the names as they will be printed and read out. */
export function Recipients({
  editionId,
  tabs,
  final,
  hidden,
  awards,
  recipients,
  onExplain,
}: {
  editionId: number;
  tabs: ReactNode;
  /** Whether the last round is settled; until then whoever stands here may still change. */
  final: boolean;
  /** Under embargo for whoever sits here. */
  hidden: boolean;
  awards: readonly AwardRow[];
  recipients: readonly Recipient[];
  onExplain: (entryId: number) => void;
}) {
  return (
    <Stack align="stretch">
      <Group>{tabs}</Group>
      {!final && recipients.length > 0 && <StandingBand standing={open} />}
      {awards.length === 0 && (
        <EmptyState
          icon={IconAward}
          title="Kategori ini belum punya penghargaan"
          sentence="Tambahkan penghargaan di Tata nilai: namanya, untuk berapa peringkat, dan siapa yang menerimanya."
          action={
            <Anchor component={Link} href={`/e/${editionId}/persiapan/tata-nilai`}>
              Buka Tata nilai
            </Anchor>
          }
        />
      )}
      {hidden && awards.length > 0 && <HiddenWinners editionId={editionId} sealed={final} />}
      {(hidden ? [] : awards).map((award) => (
        <section
          key={award.id}
          className="panel"
          style={{ padding: 16 }}
          aria-labelledby={`award-${award.id}`}
        >
          <Title order={2} id={`award-${award.id}`}>
            {award.name}
          </Title>
          <Text size="sm" c="dimmed" mb="xs">
            {award.places} peringkat teratas, {receiverWords[award.recipient]}
          </Text>
          <AwardTable
            editionId={editionId}
            award={award}
            recipients={recipients.filter((each) => each.awardId === award.id)}
            onExplain={onExplain}
          />
        </section>
      ))}
    </Stack>
  );
}

function AwardTable({
  editionId,
  award,
  recipients,
  onExplain,
}: {
  editionId: number;
  award: AwardRow;
  recipients: readonly Recipient[];
  onExplain: (entryId: number) => void;
}) {
  if (recipients.length === 0) {
    return <Text>Penerima diketahui setelah babak terakhir lengkap dan tidak ada seri yang terbuka.</Text>;
  }
  return (
    <Table layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={110} ta="right">
            Peringkat
          </Table.Th>
          <Table.Th w="26%">Daerah</Table.Th>
          <Table.Th>{award.recipient === "agency" ? "Nama perangkat daerah" : "Nama"}</Table.Th>
          {award.recipient === "head" && <Table.Th w="26%">Jabatan</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {recipients.map((each) => (
          <Table.Tr key={`${each.place} ${each.entryId}`}>
            <Table.Td className="figure">{each.place}</Table.Td>
            <Table.Td>
              <Anchor component="button" type="button" onClick={() => onExplain(each.entryId)} ta="left">
                {each.regionLabel}
              </Anchor>
            </Table.Td>
            <Table.Td>
              {each.name ?? (
                <>
                  <StateBadge tone="stop">
                    {award.recipient === "agency"
                      ? "Nama perangkat daerah belum ada"
                      : "Nama kepala daerah belum ada"}
                  </StateBadge>{" "}
                  <Anchor component={Link} href={`/e/${editionId}/persiapan/daerah`} size="sm">
                    Isi di Daerah
                  </Anchor>
                </>
              )}
            </Table.Td>
            {award.recipient === "head" && <Table.Td>{each.title}</Table.Td>}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
