import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { IconPhoto } from "@tabler/icons-react";
import { api, query } from "../../api/client.ts";
import { notifyError } from "../../api/errors.tsx";
import { files } from "../../api/files.ts";
import { FileImage } from "../../components/FileImage.tsx";
import { notifyUndo } from "../../components/notifyUndo.tsx";
import { notifyUnfit, pictureTypes } from "../../components/pictures.ts";
import styles from "./settings.module.css";

interface EmblemFieldProps {
  owner: "letterhead" | "governor";
  label: string;
  sentence: string;
  loaded: boolean;
}

/** An official emblem: the office loads its own picture, none is ever drawn by us. */
export function EmblemField({ owner, label, sentence, loaded }: EmblemFieldProps) {
  const client = useQueryClient();
  const picture = useQuery({
    ...query.settings.emblem.queryOptions({ input: { owner } }),
    enabled: loaded,
  }).data;
  const set = useMutation(
    query.settings.setEmblem.mutationOptions({
      meta: { handlesError: true },
      onSuccess: (saved) => {
        client.setQueryData(query.settings.get.queryKey(), saved);
        return client.invalidateQueries({ queryKey: query.settings.emblem.key({ input: { owner } }) });
      },
    }),
  );

  const choose = async () => {
    const chosen = await files.pick({ accept: [...pictureTypes, "image/svg+xml", ".svg"], label });
    if (chosen && !(await notifyUnfit(chosen, ["PNG", "JPEG", "SVG"])))
      await set.mutateAsync({ owner, picture: chosen });
  };
  const takeAway = async () => {
    const before = await api.settings.emblem({ owner });
    await set.mutateAsync({ owner, picture: null });
    notifyUndo(`${label} dihapus.`, () => set.mutateAsync({ owner, picture: before }));
  };

  return (
    <Group wrap="nowrap">
      <div className={styles.emblem}>
        {loaded && picture ? <FileImage file={picture} alt={label} /> : <IconPhoto size={26} aria-hidden />}
      </div>
      <Stack gap={4}>
        <div>
          <Text size="sm" fw={500}>
            {label}
          </Text>
          <Text size="xs" c="dimmed">
            {sentence}
          </Text>
        </div>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            loading={set.isPending}
            onClick={() => void choose().catch(notifyError)}
          >
            {loaded ? "Ganti…" : "Muat gambar…"}
          </Button>
          {loaded && (
            <Button size="xs" variant="default" onClick={() => void takeAway().catch(notifyError)}>
              Hapus
            </Button>
          )}
        </Group>
      </Stack>
    </Group>
  );
}
