import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import type { PaperRow } from "../../../electron/contract/documents.ts";

/** What is to be marked, and whether it was asked for right after printing. */
export interface Marking {
  papers: PaperRow[];
  afterPrinting: boolean;
}

const mostListed = 6;

/** Asks whether the operator really holds the printed sheets: nothing here can see the printer's tray. */
export function MarkDialog({
  checking,
  marking,
  running,
  onClose,
  onConfirm,
}: {
  /** Where the codes of the sheets are read. */
  checking: string;
  marking: Marking | null;
  running: boolean;
  onClose: () => void;
  onConfirm: (papers: PaperRow[]) => void;
}) {
  const papers = marking?.papers ?? [];
  const count = papers.length === 1 ? "dokumen ini" : `${papers.length} dokumen ini`;
  return (
    <Modal
      opened={marking !== null}
      onClose={onClose}
      title={<Text fw={600}>Apakah hasil cetaknya sudah di tangan Anda?</Text>}
    >
      <Stack>
        <Text>
          {marking?.afterPrinting && "Dialog cetak sudah dibuka. "}
          Lencana tidak dapat melihat kertasnya: printer bisa saja kehabisan kertas. Tandai {count} tercetak
          hanya bila lembarnya sudah Anda pegang dan periksa.
        </Text>
        <List size="sm">
          {papers.slice(0, mostListed).map((paper) => (
            <List.Item key={paper.key}>{paper.title}</List.Item>
          ))}
          {papers.length > mostListed && <List.Item>dan {papers.length - mostListed} dokumen lain</List.Item>}
        </List>
        <Group justify="flex-end">
          <Button variant="subtle" component={Link} href={checking}>
            Periksa dengan kodenya
          </Button>
          <Button variant="default" onClick={onClose} data-autofocus>
            Belum
          </Button>
          <Button loading={running} onClick={() => onConfirm(papers)}>
            {papers.length === 1 ? "Sudah di tangan, tandai" : `Sudah di tangan, tandai ${papers.length}`}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
