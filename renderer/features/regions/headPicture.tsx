import { Button, Group, Popover, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconCameraPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { RegionRow } from "../../../electron/contract/regions.ts";
import { api, query } from "../../api/client.ts";
import { notifyError } from "../../api/errors.tsx";
import { files } from "../../api/files.ts";
import { queryClient, refresh } from "../../api/queryClient.ts";
import { FileImage } from "../../components/FileImage.tsx";
import { notifyUndo } from "../../components/notifyUndo.tsx";
import { notifyUnfit, pictureTypes } from "../../components/pictures.ts";
import { useReadOnly } from "../../components/ReadOnlyArea.tsx";
import styles from "./regions.module.css";

/** The head's picture: click to load, change or take away. */
export function HeadPicture({ region }: { region: RegionRow }) {
  const readOnly = useReadOnly();
  if (region.headPicture) return <LoadedPicture region={region} />;
  return (
    <button
      type="button"
      disabled={readOnly}
      className={styles.picture}
      aria-label={`Muat foto kepala daerah ${region.label}`}
      onClick={() => void choosePicture(region).catch(notifyError)}
    >
      <IconCameraPlus size={18} aria-hidden />
    </button>
  );
}

function LoadedPicture({ region }: { region: RegionRow }) {
  const [opened, setOpened] = useState(false);
  const picture = useQuery(query.regions.headPicture.queryOptions({ input: { regionId: region.id } })).data;
  const act = (work: (region: RegionRow) => Promise<void>) => {
    work(region)
      .then(() => setOpened(false))
      .catch(notifyError);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="right-start" withArrow trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={styles.picture}
          aria-label={`Foto kepala daerah ${region.label}`}
          onClick={() => setOpened(!opened)}
        >
          {picture && <FileImage file={picture} alt="" />}
        </button>
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
            <Button size="xs" variant="default" onClick={() => act(choosePicture)}>
              Ganti…
            </Button>
            <Button size="xs" variant="default" onClick={() => act(takeAway)}>
              Hapus foto
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

async function choosePicture(region: RegionRow): Promise<void> {
  const chosen = await files.pick({ accept: pictureTypes, label: `Foto kepala daerah ${region.label}` });
  if (chosen && !(await notifyUnfit(chosen, ["PNG", "JPEG"]))) await setPicture(region, chosen);
}

async function takeAway(region: RegionRow): Promise<void> {
  const before = await api.regions.headPicture({ regionId: region.id });
  await setPicture(region, null);
  notifyUndo(`Foto kepala daerah ${region.label} dihapus.`, () => setPicture(region, before));
}

async function setPicture({ id }: RegionRow, picture: File | null): Promise<void> {
  await api.regions.setHeadPicture({ regionId: id, picture });
  const queryKey = query.regions.headPicture.queryKey({ input: { regionId: id } });
  if (picture) queryClient.setQueryData(queryKey, picture);
  await refresh(["regions"]);
}
