import { Anchor, Table, Text } from "@mantine/core";
import { Link } from "wouter";
import type { CheckedName } from "../../../electron/contract/nameChecks.ts";
import { NameSign } from "../../app/nameStates.tsx";
import { Section } from "../../components/Section.tsx";

/** Every name that papers carry, as they carry it, with who has checked it. */
export function NameTable({ names }: { names: CheckedName[] }) {
  return (
    <Section title="Semua nama yang tercetak">
      <Table aria-label="Semua nama yang tercetak">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="28%">Di mana</Table.Th>
            <Table.Th>Seperti akan tercetak</Table.Th>
            <Table.Th w={210}>Pemeriksaan</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {names.map((name) => (
            <Table.Tr key={name.subject}>
              <Table.Td>
                <Anchor component={Link} href={name.route} size="sm">
                  {name.where}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <Text size="sm" fw={600} style={{ whiteSpace: "pre-wrap" }}>
                  {name.name}
                </Text>
                {name.detail !== null && (
                  <Text size="xs" c="dimmed">
                    {name.detail}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <NameSign name={name} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
