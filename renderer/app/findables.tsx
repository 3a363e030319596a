import { useMantineColorScheme } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueries, useQuery } from "@tanstack/react-query";
import {
  IconBolt,
  IconBook2,
  IconCalendarEvent,
  IconFileText,
  IconLayoutSidebar,
  IconMapPin,
  IconTable,
  IconUser,
} from "@tabler/icons-react";
import type { Icon } from "@tabler/icons-react";
import { useMemo } from "react";
import { api, query } from "../api/client.ts";
import { notifyError } from "../api/errors.tsx";
import { files } from "../api/files.ts";
import { lockWindow, useDoor, useSession } from "../api/session.ts";
import type { Findable } from "./palette.ts";
import { useSeat } from "./seat.ts";

export const groupIcons: Record<string, Icon> = {
  Halaman: IconLayoutSidebar,
  Tindakan: IconBolt,
  Daerah: IconMapPin,
  Panelis: IconUser,
  "Lembar nilai": IconTable,
  Dokumen: IconFileText,
  "Buku catatan": IconBook2,
  Edisi: IconCalendarEvent,
};

/** Everything that can be found just now; read only while somebody is looking. */
export function useFindables(editionId: number | null, opened: boolean) {
  const enabled = opened && editionId !== null;
  const input = { editionId: editionId ?? 0 };
  const editions = useQuery({ ...query.editions.list.queryOptions(), enabled: opened });
  const regions = useQuery({ ...query.regions.list.queryOptions({ input }), enabled });
  const { secured, may } = useSeat(editionId);
  const [types, prints, audits] = [may("typing"), may("printing"), secured && may("auditing")];
  const panelists = useQuery({ ...query.panelists.list.queryOptions({ input }), enabled });
  const categories = useQuery({ ...query.categories.list.queryOptions({ input }), enabled });
  const papers = useQuery({ ...query.documents.list.queryOptions({ input }), enabled: enabled && prints });
  const boards = useQueries({
    queries: (categories.data ?? []).flatMap(({ rounds }) =>
      rounds.map(({ id, name }) => ({
        ...query.sheets.board.queryOptions({ input: { roundId: id } }),
        // Sheets open for whoever types them.
        enabled: enabled && types,
        select: (board: Awaited<ReturnType<typeof api.sheets.board>>) => ({ ...board, name }),
      })),
    ),
    combine: (results) => results.flatMap(({ data }) => (data ? [data] : [])),
  });
  const acts = useActs(editionId);

  const items = useMemo(() => {
    const base = `/e/${editionId}`;
    const found: Findable[] = editionId === null ? [...pagesOutside] : pagesOf(base, prints);
    const add = (group: string, id: string, title: string, detail: string, go: Findable["go"]) =>
      found.push({ group, id: `${group}/${id}`, title, detail, go });
    found.push(...acts);
    if (editionId !== null) {
      for (const { id, code, label, head } of regions.data ?? []) {
        const route = `${base}/persiapan/daerah?cari=${encodeURIComponent(label)}`;
        add("Daerah", String(id), label, head ? `${code} · ${head.title} ${head.name}` : code, route);
      }
      if (secured) found.push(page("Hasil › Segel dan koreksi", `${base}/hasil?babak=segel`));
      if (audits) {
        found.push(page("Buku catatan", `${base}/catatan`, "Siapa melakukan apa, dan kapan"));
        for (const { id, code, label } of regions.data ?? []) {
          const route = `${base}/catatan?daerah=${encodeURIComponent(code)}`;
          add("Buku catatan", String(id), `Catatan ${label}`, "Siapa menyentuh nilainya, dan kapan", route);
        }
      }
      for (const { id, key, name, institution } of panelists.data ?? []) {
        add(
          "Panelis",
          String(id),
          name,
          institution ? `${key} · ${institution}` : key,
          `${base}/persiapan/panelis`,
        );
      }
      for (const board of boards) {
        for (const panelist of board.panelists) {
          for (const entry of board.entries) {
            const route = `${base}/penilaian/${board.roundId}/${panelist.id}?peserta=${entry.id}`;
            const id = `${board.roundId}/${panelist.id}/${entry.id}`;
            add("Lembar nilai", id, `${entry.label} · ${panelist.name}`, board.name, route);
          }
        }
      }
      for (const { key, title, group } of papers.data ?? []) {
        add("Dokumen", key, title, group, `${base}/dokumen?key=${encodeURIComponent(key)}`);
      }
    }
    for (const { id, year, title } of editions.data ?? []) {
      if (id !== editionId) add("Edisi", String(id), title, `Edisi ${year}`, `/e/${id}`);
    }
    return found;
  }, [
    editionId,
    acts,
    secured,
    prints,
    audits,
    editions.data,
    regions.data,
    panelists.data,
    boards,
    papers.data,
  ]);

  return {
    items,
    waiting: [editions, regions, panelists, categories, papers].some(({ isLoading }) => isLoading),
  };
}

const page = (title: string, go: string, detail = ""): Findable => ({
  id: go,
  group: "Halaman",
  title,
  detail,
  go,
});

const pagesOutside = [
  page("Daftar edisi", "/"),
  page("Pengaturan", "/pengaturan", "Kop surat, pengguna, cadangan, tampilan"),
];

function pagesOf(base: string, prints: boolean): Findable[] {
  return [
    page("Beranda", base),
    page("Persiapan › Edisi", `${base}/persiapan/edisi`),
    page("Persiapan › Daerah", `${base}/persiapan/daerah`),
    page("Persiapan › Panelis", `${base}/persiapan/panelis`),
    page("Persiapan › Nama", `${base}/persiapan/nama`, "Periksa nama sebelum dicetak"),
    page(
      "Persiapan › Tata nilai",
      `${base}/persiapan/tata-nilai`,
      "Kategori, babak, indikator, bobot, penghargaan",
    ),
    page(
      "Persiapan › Surat & acara",
      `${base}/persiapan/surat-acara`,
      "Penanda tangan surat, jadwal dan urutan presentasi, susunan upacara",
    ),
    page(
      "Persiapan › Pengamanan",
      `${base}/persiapan/pengamanan`,
      "Penanda tangan, cara mengetik, tanda tangan tata nilai, data pribadi",
    ),
    page("Penilaian", `${base}/penilaian`),
    page("Hasil", `${base}/hasil`, "Peringkat dan penerima penghargaan"),
    ...(prints
      ? [
          page(
            "Dokumen",
            `${base}/dokumen`,
            "Piagam, berita acara, rekapitulasi, undangan, Keputusan, naskah",
          ),
          page(
            "Dokumen › Studio piagam",
            `${base}/dokumen/studio`,
            "Rupa piagam: bingkai, huruf, letak, blangko",
          ),
          page("Periksa hasil cetak", `${base}/dokumen/register`, "Pindai lembar, nomor seri, kode"),
          page(
            "Register dokumen",
            `${base}/dokumen/register?bagian=register`,
            "Apa yang keluar, kapan, oleh siapa",
          ),
          page("Penomoran dokumen", `${base}/dokumen/register?bagian=nomor`, "Pola nomor surat"),
        ]
      : []),
    ...pagesOutside,
  ];
}

function useActs(editionId: number | null): Findable[] {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { person } = useDoor();
  const installation = useSession()?.secured === true;
  const { may } = useSeat(editionId);
  const [exports, administers] = [may("auditing"), !installation || person?.role === "secretary"];
  return useMemo(() => {
    const act = (title: string, go: () => void, detail = ""): Findable => ({
      id: `tindakan/${title}`,
      group: "Tindakan",
      title,
      detail,
      go,
    });
    const dark = colorScheme === "dark";
    const lock = act("Kunci", () => void lockWindow().catch(notifyError), "Layar meminta PIN Anda lagi");
    const acts = [
      act(dark ? "Tampilan terang" : "Tampilan gelap", () => setColorScheme(dark ? "light" : "dark")),
    ];
    if (person) acts.push(lock);
    if (administers) {
      acts.unshift(
        act("Buat cadangan sekarang", () => void makeBackup(), "Salinan seluruh data di komputer ini"),
      );
    }
    if (editionId !== null && exports) {
      acts.unshift(
        act(
          "Ekspor berkas edisi",
          () => void exportEdition(editionId),
          "Satu berkas .json berisi seluruh edisi",
        ),
      );
    }
    return acts;
  }, [editionId, person, exports, administers, colorScheme, setColorScheme]);
}

async function makeBackup(): Promise<void> {
  try {
    await api.settings.makeBackup();
    notifications.show({ message: "Cadangan sudah dibuat.", withBorder: true });
  } catch (error) {
    notifyError(error);
  }
}

async function exportEdition(editionId: number): Promise<void> {
  try {
    await files.save(await api.editions.exportFile({ editionId }));
  } catch (error) {
    notifyError(error);
  }
}
