import { Button, Code, Group, Modal, ScrollArea, Stack, Table, Text } from "@mantine/core";
import { problemsOf, sentenceOf } from "../../api/errors.tsx";

interface ImportProblemsProps {
  /** What the import was refused with; null while nothing was. */
  failure: unknown;
  onClose: () => void;
}

/** Every problem of a refused edition file, with its place in the file. */
export function ImportProblems({ failure, onClose }: ImportProblemsProps) {
  const problems = failure === null ? [] : problemsOf(failure);
  return (
    <Modal
      opened={failure !== null}
      onClose={onClose}
      size="xl"
      title={<Text fw={600}>Berkas belum bisa diimpor</Text>}
    >
      <Stack>
        <Text>{failure === null ? "" : sentenceOf(failure)}</Text>
        {problems.length > 0 && (
          <ScrollArea.Autosize
            mah="50vh"
            viewportProps={{ tabIndex: 0, role: "region", "aria-label": "Masalah" }}
          >
            <Table striped>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Tempat di berkas</Table.Th>
                  <Table.Th>Masalah</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {problems.map((problem) => (
                  <Table.Tr key={`${problem.path} ${problem.message}`}>
                    <Table.Td>
                      <Code>{problem.path}</Code>
                    </Table.Td>
                    <Table.Td>{problem.message}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollArea.Autosize>
        )}
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            Tidak ada yang tersimpan dari berkas ini.
          </Text>
          <Button onClick={onClose}>Tutup</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
