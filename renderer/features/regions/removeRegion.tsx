import { IconTrash } from "@tabler/icons-react";
import type { RegionRow } from "../../../electron/contract/regions.ts";
import { api } from "../../api/client.ts";
import { notifyError } from "../../api/errors.tsx";
import { refresh } from "../../api/queryClient.ts";
import { useEditionId } from "../../app/edition.tsx";
import { notifyUndo } from "../../components/notifyUndo.tsx";
import { useReadOnly } from "../../components/ReadOnlyArea.tsx";
import styles from "./regions.module.css";

/** Takes a region out of the edition; it can be brought back with its names and picture. */
export function RemoveRegion({ region }: { region: RegionRow }) {
  const editionId = useEditionId();
  if (useReadOnly()) return null;
  return (
    <button
      type="button"
      className={styles.remove}
      aria-label={`Hapus ${region.label}`}
      onClick={() => void takeOut(editionId, region).catch(notifyError)}
    >
      <IconTrash size={18} aria-hidden />
    </button>
  );
}

async function takeOut(editionId: number, region: RegionRow): Promise<void> {
  const picture = region.headPicture ? await api.regions.headPicture({ regionId: region.id }) : null;
  await api.regions.remove({ regionId: region.id });
  await refresh(["regions"]);
  notifyUndo(`${region.label} dihapus dari edisi ini.`, () => bringBack(editionId, region, picture));
}

async function bringBack(editionId: number, region: RegionRow, picture: File | null): Promise<void> {
  const regions = await api.regions.add({ editionId, codes: [region.code] });
  const back = regions.find(({ code }) => code === region.code);
  if (back) {
    await api.regions.update({ regionId: back.id, head: region.head, agency: region.agency });
    if (picture) await api.regions.setHeadPicture({ regionId: back.id, picture });
  }
  await refresh(["regions"]);
}
