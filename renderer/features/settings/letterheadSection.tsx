import { Group, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { letterhead } from "../../../electron/contract/settings.ts";
import type { SettingsView } from "../../../electron/contract/settings.ts";
import { query } from "../../api/client.ts";
import { LinesField } from "../../components/LinesField.tsx";
import { SavedSign } from "../../components/SavedSign.tsx";
import { Section } from "../../components/Section.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useDraft } from "../../components/useDraft.ts";
import { EmblemField } from "./emblemField.tsx";
import { LetterheadPreview } from "./letterheadPreview.tsx";

const fields = letterhead.omit({ emblem: true });
const mostLines = 5;

/** The office's own letterhead, as all of its papers carry it. */
export function LetterheadSection({ settings }: { settings: SettingsView }) {
  const client = useQueryClient();
  const save = useMutation(query.settings.saveLetterhead.mutationOptions({ meta: { handlesError: true } }));
  const { lines, address, emblem } = settings.letterhead;
  const draft = useDraft({
    saved: { lines, address },
    schema: fields,
    save: async (typed) => {
      client.setQueryData(query.settings.get.queryKey(), await save.mutateAsync(typed));
    },
  });
  return (
    <Section
      title="Kop surat"
      description="Berdiri di atas surat, nota dinas, laporan, daftar hadir, tata nilai, rekapitulasi, berita acara, dan lembar penilaian."
      actions={
        <SavedSign
          state={draft.state}
          invalid={Object.keys(draft.problems).length > 0}
          onRetry={draft.flush}
        />
      }
    >
      <Group align="flex-start" wrap="nowrap" gap="xl">
        <Stack gap="sm" flex={1}>
          <LinesField
            label="Baris kop"
            description={`Satu baris per baris, paling banyak ${mostLines}; baris terakhir dicetak paling besar.`}
            maxRows={mostLines + 1}
            error={draft.value.lines.length > mostLines ? `Paling banyak ${mostLines} baris` : undefined}
            lines={draft.value.lines}
            onChange={(typed) => draft.change({ ...draft.value, lines: typed })}
            onBlur={draft.flush}
          />
          <TextField
            label="Alamat"
            placeholder="Jalan, kota, telepon, laman"
            maxLength={400}
            value={draft.value.address}
            onChange={(typed) => draft.change({ ...draft.value, address: typed })}
            onBlur={draft.flush}
          />
          <EmblemField
            owner="letterhead"
            label="Lambang pada kop"
            sentence="Gambar resmi dari kantor, PNG, JPEG, atau SVG. Tanpa gambar, tempatnya dikosongkan."
            loaded={emblem}
          />
        </Stack>
        <LetterheadPreview lines={draft.value.lines} address={draft.value.address} emblem={emblem} />
      </Group>
    </Section>
  );
}
