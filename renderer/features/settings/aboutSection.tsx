import { Code, CopyButton, Button, Group, Skeleton, Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { query } from "../../api/client.ts";
import { Section } from "../../components/Section.tsx";
import { megabytes } from "./bytes.ts";

/** What runs and where the data lies; for whoever helps. */
export function AboutSection() {
  const about = useQuery(query.settings.about.queryOptions()).data;
  return (
    <Section title="Tentang">
      {about ? (
        <Table withRowBorders={false} layout="fixed">
          <Table.Tbody>
            <Fact name="Versi Lencana">{about.version}</Fact>
            <Fact name="Dijalankan di">{about.shell}</Fact>
            <Fact name="Folder data">
              <Group gap="xs" wrap="nowrap">
                <Code>{about.dataFolder}</Code>
                <CopyButton value={about.dataFolder}>
                  {({ copied, copy }) => (
                    <Button size="compact-xs" variant="default" onClick={copy}>
                      {copied ? "Tersalin" : "Salin"}
                    </Button>
                  )}
                </CopyButton>
              </Group>
            </Fact>
            <Fact name="Ukuran basis data">{megabytes(about.databaseBytes)}</Fact>
          </Table.Tbody>
        </Table>
      ) : (
        <Skeleton height={130} />
      )}
    </Section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th w={190} fw={400} c="dimmed" scope="row">
        {name}
      </Table.Th>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  );
}
