import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import type { PaperRow } from "../../../electron/contract/documents.ts";
import type { Made } from "./useMaking.ts";

/** What is to be seen on paper, and whether it was asked for right after printing. */
export interface Marking {
  papers: PaperRow[];
  /** What was sent to a printer just now; null where nothing was. */
  sent: Made | null;
}

const mostListed = 6;

/** Sends the operator to where sheets are read: nothing here can see the printer's tray. */
export function MarkDialog({
  checking,
  marking,
  onCallOff,
  onClose,
}: {
  /** Where the codes of the sheets are read. */
  checking: string;
  marking: Marking | null;
  /** The dialog was cancelled, or nothing came out. */
  onCallOff: (sent: Made) => void;
  onClose: () => void;
}) {
  const { papers = [], sent = null } = marking ?? {};
  return (
    <Modal
      opened={marking !== null}
      onClose={onClose}
      title={<Text fw={600}>Apakah hasil cetaknya sudah di tangan Anda?</Text>}
    >
      <Stack>
        <Text>
          {marking?.sent && "Dialog cetak sudah dibuka. "}
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
          {sent && (
            <Button variant="subtle" color="gray" onClick={() => onCallOff(sent)}>
              Tidak jadi dicetak
            </Button>
          )}
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
