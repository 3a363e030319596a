import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload, IconFileSpreadsheet, IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import type { Board } from "../../../electron/contract/sheets.ts";
import { api } from "../../api/client.ts";
import { findCode, notifyError } from "../../api/errors.tsx";
import { files } from "../../api/files.ts";
import { useJob } from "../../api/jobs.tsx";
import { ImportProblems } from "./importProblems.tsx";
import { outcomeWords, workbookTypes } from "./importWords.ts";
import { type Inspected, MappedImport } from "./mappedImport.tsx";

/** Scores out to Excel and in again: the protected template, or any sheet of the office. */
export function SpreadsheetButtons({ board }: { board: Board }) {
  const { roundId } = board;
  const job = useJob();
  const [refused, setRefused] = useState<{ file: File; error: unknown } | null>(null);
  const [foreign, setForeign] = useState<Inspected | null>(null);
  const [saving, setSaving] = useState(false);
  const blocked = board.blocked !== null;

  async function download() {
    setSaving(true);
    try {
      await files.save(await api.spreadsheets.template({ roundId }));
    } catch (error) {
      notifyError(error);
    } finally {
      setSaving(false);
    }
  }

  async function importTemplate() {
    const file = await files.pick({ accept: workbookTypes, label: "Templat nilai yang sudah diisi" });
    if (!file) return;
    setRefused(null);
    try {
      const outcome = await job.run(`Membaca ${file.name}`, (id) =>
        api.spreadsheets.importTemplate({ roundId, file, job: id }),
      );
      notifications.show({ message: outcomeWords(outcome), withBorder: true });
    } catch (error) {
      if (findCode(error) !== "CANCELLED") setRefused({ file, error });
    }
  }

  async function inspect() {
    const file = await files.pick({ accept: workbookTypes, label: "Lembar kerja berisi nilai" });
    if (!file) return;
    try {
      const found = await job.run(`Membuka ${file.name}`, (id) =>
        api.spreadsheets.inspect({ roundId, file, job: id }),
      );
      setForeign({ file, ...found });
    } catch (error) {
      if (findCode(error) !== "CANCELLED") setRefused({ file, error });
    }
  }

  return (
    <>
      <Group gap="xs" ml="auto" wrap="nowrap">
        <Button
          variant="default"
          px="sm"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={saving}
          disabled={blocked}
          onClick={() => void download()}
        >
          Unduh templat
        </Button>
        <Button
          variant="default"
          px="sm"
          leftSection={<IconUpload size={18} aria-hidden />}
          disabled={blocked}
          onClick={() => void importTemplate()}
        >
          Impor templat
        </Button>
        <Button
          variant="default"
          px="sm"
          leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
          disabled={blocked}
          onClick={() => void inspect()}
        >
          Impor lembar lain
        </Button>
      </Group>
      <Modal opened={job.state !== null} onClose={job.cancel} withCloseButton={false} title={null}>
        {job.progress}
      </Modal>
      <Modal
        size="xl"
        opened={refused !== null}
        onClose={() => setRefused(null)}
        title={<Text fw={600}>{refused?.file.name}: tidak ada yang disimpan</Text>}
      >
        {refused && (
          <Stack>
            <ImportProblems error={refused.error} />
            <Text size="sm">Perbaiki berkasnya, simpan, lalu impor lagi.</Text>
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setRefused(null)}>
                Tutup
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
      {foreign && <MappedImport board={board} inspected={foreign} onClose={() => setForeign(null)} />}
    </>
  );
}
