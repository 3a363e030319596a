import { Button, Group, Stack, Text } from "@mantine/core";
import type { StateTone } from "../../components/StateBadge.tsx";
import { StateBadge } from "../../components/StateBadge.tsx";
import { notifyError } from "../../api/errors.tsx";
import type { Sight } from "./useScanning.ts";

const words: Record<Sight["kind"], { tone: StateTone; word: string }> = {
  right: { tone: "done", word: "Benar" },
  wrong: { tone: "stop", word: "Salah" },
  revoked: { tone: "stop", word: "Dicabut" },
  double: { tone: "open", word: "Ganda" },
  page: { tone: "open", word: "Halaman?" },
  unknown: { tone: "stop", word: "Tidak dikenal" },
  otherEdition: { tone: "stop", word: "Edisi lain" },
  file: { tone: "stop", word: "Bukan lembar" },
  unread: { tone: "open", word: "Tidak terbaca" },
};

/** What each sheet was, the last read on top; a screen reader hears every new one. */
export function SightList({
  sights,
  onUnsee,
}: {
  sights: readonly Sight[];
  onUnsee: (serial: string) => Promise<void>;
}) {
  if (sights.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        Belum ada lembar yang dibaca. Setiap lembar yang salah, dicabut, atau ganda disebut di sini seketika.
      </Text>
    );
  }
  return (
    <Stack gap={6} role="log" aria-label="Hasil baca">
      {sights.map(({ id, kind, sentence, serial, page }) => (
        <Group key={id} gap="sm" wrap="nowrap" align="flex-start">
          <div style={{ width: 124, flexShrink: 0 }}>
            <StateBadge tone={words[kind].tone}>{words[kind].word}</StateBadge>
          </div>
          <Text size="sm" style={{ flex: 1 }}>
            {sentence}
          </Text>
          {kind === "right" && serial !== null && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={`Urungkan${page === null ? "" : " semua halaman"}: ${sentence}`}
              onClick={() => void onUnsee(serial).catch(notifyError)}
            >
              {page === null ? "Urungkan" : "Urungkan semua halaman"}
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  );
}
