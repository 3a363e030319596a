import { Group, SegmentedControl, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { SettingsView } from "../../../electron/contract/settings.ts";
import { query } from "../../api/client.ts";
import { Section } from "../../components/Section.tsx";
import { EmblemField } from "./emblemField.tsx";

/** What every new paper starts with. */
export function PapersSection({ settings }: { settings: SettingsView }) {
  const client = useQueryClient();
  const save = useMutation(
    query.settings.savePaperSize.mutationOptions({
      onSuccess: (saved) => client.setQueryData(query.settings.get.queryKey(), saved),
    }),
  );
  return (
    <Section title="Kertas dan piagam">
      <Group align="flex-start" gap={64}>
        <div>
          <Text size="sm" fw={500} id="ukuran-kertas">
            Ukuran kertas awal
          </Text>
          <Text size="xs" c="dimmed" mb={6}>
            Masih dapat diganti per dokumen.
          </Text>
          <SegmentedControl
            aria-labelledby="ukuran-kertas"
            data={[
              { value: "A4", label: "A4 (210 × 297 mm)" },
              { value: "F4", label: "F4 (215 × 330 mm)" },
            ]}
            value={settings.paperSize}
            onChange={(next) => save.mutate({ paperSize: next === "A4" ? "A4" : "F4" })}
          />
        </div>
        <EmblemField
          owner="governor"
          label="Lambang untuk piagam Gubernur"
          sentence="Hanya dipakai pada piagam dan keputusan Gubernur. Tanpa gambar, dicetak tempat kosong."
          loaded={settings.governorEmblem}
        />
      </Group>
    </Section>
  );
}
