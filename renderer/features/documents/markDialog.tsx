import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import type { PaperRow } from "../../../electron/contract/documents.ts";

/** What is to be seen on paper, and whether it was asked for right after printing. */
export interface Marking {
  papers: PaperRow[];
  afterPrinting: boolean;
}

const mostListed = 6;

/** Sends the operator to where sheets are read: nothing here can see the printer's tray. */
export function MarkDialog({
  checking,
  marking,
  onClose,
}: {
  /** Where the codes of the sheets are read. */
  checking: string;
  marking: Marking | null;
  onClose: () => void;
}) {
  const papers = marking?.papers ?? [];
  return (
    <Modal
      opened={marking !== null}
      onClose={onClose}
      title={<Text fw={600}>Apakah hasil cetaknya sudah di tangan Anda?</Text>}
    >
      <Stack>
        <Text>
          {marking?.afterPrinting && "Dialog cetak sudah dibuka. "}
          Lencana tidak dapat melihat kertasnya: printer bisa saja kehabisan kertas. Tercetak berarti kode di
          lembarnya terbaca dan isinya sama dengan catatan. Pindai lembarnya, atau ketik nomor seri di
          kakinya.
        </Text>
        <List size="sm">
          {papers.slice(0, mostListed).map((paper) => (
            <List.Item key={paper.key}>{paper.title}</List.Item>
          ))}
          {papers.length > mostListed && <List.Item>dan {papers.length - mostListed} dokumen lain</List.Item>}
        </List>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Belum
          </Button>
          <Button component={Link} href={checking} data-autofocus>
            Periksa hasil cetak
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
