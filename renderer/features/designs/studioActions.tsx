import { ActionIcon, Button, Menu, NativeSelect, Text } from "@mantine/core";
import type { UseMutationResult } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronDown,
  IconCode,
  IconCopy,
  IconDownload,
  IconRestore,
  IconTrash,
  IconUpload,
} from "@tabler/icons-react";
import { useState } from "react";
import type { DesignRow, WholeDesign } from "../../../electron/contract/designs.ts";
import { api, query } from "../../api/client.ts";
import { notifyError } from "../../api/errors.tsx";
import { files } from "../../api/files.ts";
import { notifyUndo } from "../../components/notifyUndo.tsx";
import { clockTime } from "../../components/time.ts";
import { useCopyDraft, useOpenMade } from "./openDesign.ts";
import { SourceDialog } from "./sourceDialog.tsx";
import type { DesignDraft } from "./useDesignDraft.ts";

/** Which design is on the desk, saving it, and what can be done with it as a whole. */
export function StudioActions({
  editionId,
  rows,
  saved,
  draft,
  save,
  mayChange,
  onOpen,
}: {
  editionId: number;
  rows: readonly DesignRow[];
  saved: WholeDesign;
  draft: DesignDraft;
  save: UseMutationResult<WholeDesign, Error, void>;
  mayChange: boolean;
  onOpen: (key: string) => void;
}) {
  const client = useQueryClient();
  const [expert, setExpert] = useState(false);
  const { key } = saved;

  const opened = useOpenMade(editionId, onOpen);
  const copy = useCopyDraft({ editionId, saved, draft, onOpen });
  const act = (work: () => Promise<unknown>) => () => void work().catch(notifyError);
  const importFile = async () => {
    const file = await files.pick({
      accept: ["application/json", ".json"],
      label: "Berkas rancangan piagam",
    });
    if (file) await opened(await api.designs.importFile({ editionId, file }));
  };
  const reset = async () => {
    const before = saved.design;
    const whole = await api.designs.reset({ editionId, key });
    draft.settle(whole);
    draft.change(whole.design);
    client.setQueryData(query.designs.get.queryKey({ input: { editionId, key } }), whole);
    notifyUndo(`Rancangan “${whole.name}” kembali seperti asalnya.`, async () => {
      const again = await api.designs.save({ editionId, key, design: before, basedOn: whole.savedAt });
      draft.settle(again);
      draft.change(again.design);
    });
  };
  const remove = async () => {
    await api.designs.remove({ editionId, key });
    await client.invalidateQueries({ queryKey: query.designs.list.key({ input: { editionId } }) });
    onOpen(rows[0]?.key ?? key);
  };

  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {draft.unsaved
          ? "Belum disimpan"
          : saved.savedAt
            ? `Tersimpan ${clockTime(new Date(saved.savedAt))}`
            : ""}
      </Text>
      <ActionIcon.Group>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label="Urungkan"
          disabled={!draft.canUndo}
          onClick={draft.undo}
        >
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label="Ulangi"
          disabled={!draft.canRedo}
          onClick={draft.redo}
        >
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionIcon>
      </ActionIcon.Group>
      <NativeSelect
        aria-label="Rancangan"
        value={key}
        onChange={(event) => onOpen(event.currentTarget.value)}
        data={rows.map((row) => ({
          value: row.key,
          label: `${row.name}${row.shipped && row.saved ? " (diubah)" : ""}`,
        }))}
      />
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            Lainnya
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconCopy size={18} aria-hidden />}
            disabled={!mayChange}
            onClick={act(copy)}
          >
            Buat salinan
          </Menu.Item>
          <Menu.Item
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={act(async () => files.save(await api.designs.exportFile({ editionId, key })))}
          >
            Ekspor rancangan
          </Menu.Item>
          <Menu.Item
            leftSection={<IconUpload size={18} aria-hidden />}
            disabled={!mayChange}
            onClick={act(importFile)}
          >
            Impor rancangan…
          </Menu.Item>
          <Menu.Divider />
          {saved.shipped ? (
            <Menu.Item
              leftSection={<IconRestore size={18} aria-hidden />}
              disabled={!mayChange || !saved.saved}
              onClick={act(reset)}
            >
              Kembalikan ke asal
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconTrash size={18} aria-hidden />}
              disabled={!mayChange}
              onClick={act(remove)}
            >
              Hapus rancangan
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconCode size={18} aria-hidden />}
            disabled={!mayChange}
            onClick={() => setExpert(true)}
          >
            Sumber Typst, untuk ahli…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button
        disabled={!mayChange || !draft.unsaved}
        title={mayChange ? "Ctrl+S" : "Hanya sekretaris yang dapat menyimpan rancangan"}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        Simpan
      </Button>
      <SourceDialog
        editionId={editionId}
        saved={saved}
        opened={expert}
        onClose={() => setExpert(false)}
        onSaved={draft.settle}
      />
    </>
  );
}
