import { Button, Group, Popover, Stack, Text, UnstyledButton } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { IconCameraPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { RegionRow } from "../../../electron/contract/regions.ts";
import { api, query } from "../../api/client.ts";
import { notifyError } from "../../api/errors.tsx";
import { files } from "../../api/files.ts";
import { FileImage } from "../../components/FileImage.tsx";
import { notifyUndo } from "../../components/notifyUndo.tsx";
import { notifyTooLarge, pictureTypes } from "../../components/pictures.ts";
import styles from "./regions.module.css";

/** The head's picture: click to load, change or take away. */
export function HeadPicture({ region }: { region: RegionRow }) {
  const [opened, setOpened] = useState(false);
  const picture = useQuery({
    ...query.regions.headPicture.queryOptions({ input: { regionId: region.id } }),
    enabled: region.headPicture,
  }).data;
  const client = useQueryClient();
  const set = useMutation(
    query.regions.setHeadPicture.mutationOptions({
      meta: { handlesError: true },
      onSuccess: (saved) =>
        saved.headPicture
          ? client.invalidateQueries({
              queryKey: query.regions.headPicture.key({ input: { regionId: region.id } }),
            })
          : undefined,
    }),
  );

  const choose = async () => {
    const chosen = await files.pick({ accept: pictureTypes, label: `Foto kepala daerah ${region.label}` });
    if (!chosen || notifyTooLarge(chosen)) return;
    await set.mutateAsync({ regionId: region.id, picture: chosen });
    setOpened(false);
  };
  const takeAway = async () => {
    const before = await api.regions.headPicture({ regionId: region.id });
    await set.mutateAsync({ regionId: region.id, picture: null });
    setOpened(false);
    notifyUndo(`Foto kepala daerah ${region.label} dihapus.`, () =>
      set.mutateAsync({ regionId: region.id, picture: before }),
    );
  };

  if (!region.headPicture) {
    return (
      <UnstyledButton
        className={styles.picture}
        aria-label={`Muat foto kepala daerah ${region.label}`}
        onClick={() => void choose().catch(notifyError)}
      >
        <IconCameraPlus size={18} aria-hidden />
      </UnstyledButton>
    );
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="right-start" withArrow trapFocus>
      <Popover.Target>
        <UnstyledButton
          className={styles.picture}
          aria-label={`Foto kepala daerah ${region.label}`}
          onClick={() => setOpened(!opened)}
        >
          {picture && <FileImage file={picture} alt="" />}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text fw={600} size="sm">
            {region.head ? `${region.head.title} ${region.name}: ${region.head.name}` : region.label}
          </Text>
          {picture && (
            <FileImage file={picture} alt={`Kepala daerah ${region.label}`} className={styles.large} />
          )}
          <Group>
            <Button size="xs" variant="default" onClick={() => void choose().catch(notifyError)}>
              Ganti…
            </Button>
            <Button size="xs" variant="default" onClick={() => void takeAway().catch(notifyError)}>
              Hapus foto
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
