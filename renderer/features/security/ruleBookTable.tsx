import { Table, Text } from "@mantine/core";
import { IconSnowflake } from "@tabler/icons-react";
import type { SecurityView } from "../../../electron/contract/security.ts";
import { roleNames } from "../../../electron/contract/rights.ts";
import { HashText } from "../../components/HashText.tsx";
import { StateBadge } from "../../components/StateBadge.tsx";
import { dateAndTime } from "../../components/time.ts";

type RuleBook = SecurityView["ruleBooks"][number];

/** Every version of the rule book, the newest first. */
export function RuleBookTable({ view }: { view: SecurityView }) {
  const needed = view.signing?.signatures ?? 0;
  return (
    <Table aria-label="Versi tata nilai">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={70}>Versi</Table.Th>
          <Table.Th w={210}>Keadaan</Table.Th>
          <Table.Th w={210}>Sidik jari isi</Table.Th>
          <Table.Th>Tanda tangan</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {view.ruleBooks.map((book, index) => (
          <Table.Tr key={book.version} style={{ verticalAlign: "top" }}>
            <Table.Td>{book.version}</Table.Td>
            <Table.Td>
              <BookState
                book={book}
                newest={index === 0}
                needed={needed}
                amending={index === 1 && view.ruleBooks[0]?.frozenAt === null}
              />
            </Table.Td>
            <Table.Td>
              <HashText hash={book.hash ?? view.presentHash ?? "–"} />
            </Table.Td>
            <Table.Td>
              {book.signatures.length === 0 && (
                <Text size="sm" c="dimmed">
                  Belum ada
                </Text>
              )}
              {book.signatures.map(({ accountId, name, role, signedAt }) => (
                <Text key={accountId} size="sm">
                  {name}, {roleWord(role)} · {dateAndTime(signedAt)}
                </Text>
              ))}
              {book.reason !== null && (
                <Text size="sm" c="dimmed">
                  Alasan perubahan: {book.reason}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface BookStateProps {
  book: RuleBook;
  newest: boolean;
  needed: number;
  /** The version after it is open and not signed yet. */
  amending: boolean;
}

function BookState({ book, newest, needed, amending }: BookStateProps) {
  if (book.frozenAt === null) {
    return (
      <StateBadge tone="open">{`Menunggu: ${book.signatures.length} dari ${needed} tanda tangan`}</StateBadge>
    );
  }
  if (amending) return <StateBadge tone="open">{`Menunggu versi ${book.version + 1}`}</StateBadge>;
  return newest ? (
    <StateBadge tone="done" icon={IconSnowflake}>
      Berlaku, dibekukan
    </StateBadge>
  ) : (
    <StateBadge tone="calm">Sudah diganti</StateBadge>
  );
}

/** Roles are kept as they were at the signature. */
function roleWord(role: string): string {
  return Object.entries(roleNames).find(([key]) => key === role)?.[1] ?? role;
}
