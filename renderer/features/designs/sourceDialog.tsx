import { Alert, Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { WholeDesign } from "../../../electron/contract/designs.ts";
import { api, query } from "../../api/client.ts";
import { notifyError, problemsOf, sentenceOf } from "../../api/errors.tsx";
import { files } from "../../api/files.ts";
import classes from "./studio.module.css";

/** An expert's own template: it takes the place of the application's only once a page of it could be made. */
export function SourceDialog({
  editionId,
  saved,
  opened,
  onClose,
  onSaved,
}: {
  editionId: number;
  saved: WholeDesign;
  opened: boolean;
  onClose: () => void;
  onSaved: (whole: WholeDesign, basedOn: string | null) => void;
}) {
  const client = useQueryClient();
  const { key } = saved;
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState<string | null>(null);
  /** What was saved when the text came here: another window's later save is not written over. */
  const [basedOn, setBasedOn] = useState(saved.savedAt);
  useEffect(() => {
    if (!opened || text !== null) return;
    const read = async () => {
      setText(await (await api.designs.exportSource({ editionId, key })).text());
      setBasedOn(saved.savedAt);
    };
    read().catch(notifyError);
  }, [opened, text, editionId, key, saved.savedAt]);

  const put = useMutation({
    meta: { handlesError: true },
    mutationFn: (source: string | null) => api.designs.setSource({ editionId, key, source, basedOn }),
    onSuccess: (whole) => {
      onSaved(whole, basedOn);
      client.setQueryData(query.designs.get.queryKey({ input: { editionId, key } }), whole);
      setText(null);
      onClose();
    },
    onError: (error) => {
      const line = Number(/\d+/.exec(problemsOf(error)[0]?.path ?? "")?.[0]);
      if (Number.isInteger(line)) selectLine(area.current, line);
    },
  });
  const load = async () => {
    const file = await files.pick({ accept: [".typ", "text/plain"], label: "Sumber Typst" });
    if (!file) return;
    setText(await file.text());
    setBasedOn(saved.savedAt);
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={<Text fw={600}>Sumber Typst rancangan “{saved.name}”</Text>}
    >
      <Stack gap="sm">
        <Text size="sm">
          Untuk yang paham Typst. Sumber ini baru dipakai setelah satu halamannya berhasil dibuat; bila salah,
          barisnya disebut dan rancangan terakhir yang benar tetap dipakai.
        </Text>
        <Text size="sm">
          Yang diperiksa: nama penerima tercetak di dalam kertas, paling kecil 12 pt, tidak hampir putih,
          tidak terpotong, dan hanya dengan huruf yang disertakan aplikasi. Yang tidak dapat diperiksa: apakah
          sesuatu menutupi nama itu, atau nama lain tercetak di sampingnya. Lihat sendiri pratinjaunya sebelum
          mencetak.
        </Text>
        {put.error && (
          <Alert color="red" role="alert">
            {sentenceOf(put.error)}
          </Alert>
        )}
        <Textarea
          ref={area}
          className={classes.source}
          aria-label="Sumber Typst"
          rows={18}
          wrap="off"
          spellCheck={false}
          value={text ?? ""}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="space-between">
          <Group gap="xs">
            <Button
              variant="default"
              onClick={() =>
                void files.save(new File([text ?? ""], `rancangan-${key}.typ`)).catch(notifyError)
              }
            >
              Simpan ke berkas
            </Button>
            <Button variant="default" onClick={() => void load().catch(notifyError)}>
              Muat dari berkas…
            </Button>
          </Group>
          <Group gap="xs">
            {saved.expert && (
              <Button variant="default" disabled={put.isPending} onClick={() => put.mutate(null)}>
                Kembali ke rancangan biasa
              </Button>
            )}
            <Button loading={put.isPending} disabled={!text} onClick={() => put.mutate(text)}>
              Coba dan pakai
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}

function selectLine(area: HTMLTextAreaElement | null, line: number): void {
  if (!area) return;
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}
