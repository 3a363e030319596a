import { ActionIcon } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconTrash } from "@tabler/icons-react";
import type { RegionRow } from "../../../electron/contract/regions.ts";
import { api, query } from "../../api/client.ts";
import { notifyError } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { notifyUndo } from "../../components/notifyUndo.tsx";

/** Takes a region out of the edition; it can be brought back with its names and picture. */
export function RemoveRegion({ region }: { region: RegionRow }) {
  const editionId = useEditionId();
  const remove = useMutation(query.regions.remove.mutationOptions({ meta: { handlesError: true } }));
  const takeOut = async () => {
    const picture = region.headPicture ? await api.regions.headPicture({ regionId: region.id }) : null;
    await remove.mutateAsync({ regionId: region.id });
    notifyUndo(`${region.label} dihapus dari edisi ini.`, () => bringBack(editionId, region, picture));
  };
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={`Hapus ${region.label}`}
      loading={remove.isPending}
      onClick={() => void takeOut().catch(notifyError)}
    >
      <IconTrash size={18} />
    </ActionIcon>
  );
}

async function bringBack(editionId: number, region: RegionRow, picture: File | null): Promise<void> {
  const regions = await api.regions.add({ editionId, codes: [region.code] });
  const back = regions.find(({ code }) => code === region.code);
  if (!back) return;
  await api.regions.update({ regionId: back.id, head: region.head, agency: region.agency });
  if (picture) await api.regions.setHeadPicture({ regionId: back.id, picture });
}
