import { Group, Stack, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { letterhead } from "../../../electron/contract/settings.ts";
import type { SettingsView } from "../../../electron/contract/settings.ts";
import { query } from "../../api/client.ts";
import { SavedSign } from "../../components/SavedSign.tsx";
import { Section } from "../../components/Section.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useDraft } from "../../components/useDraft.ts";
import { EmblemField } from "./emblemField.tsx";
import { LetterheadPreview } from "./letterheadPreview.tsx";

const fields = letterhead.omit({ emblem: true });
const mostLines = 5;

/** The office's own letterhead, as the minutes and recaps carry it. */
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
      description="Dipakai pada rekapitulasi, berita acara, dan lembar penilaian."
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

interface LinesFieldProps {
  lines: string[];
  onChange: (lines: string[]) => void;
  onBlur: () => void;
}

/** One line of the letterhead per line; empty ones are left out of what is saved. */
function LinesField({ lines, onChange, onBlur }: LinesFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Textarea
      label="Baris kop"
      description={`Satu baris per baris, paling banyak ${mostLines}; baris terakhir dicetak paling besar.`}
      autosize
      minRows={2}
      maxRows={mostLines + 1}
      value={typed ?? lines.join("\n")}
      error={lines.length > mostLines ? `Paling banyak ${mostLines} baris` : undefined}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(
          text
            .split("\n")
            .map((line) => line.trim())
            .filter(Boolean),
        );
      }}
      onBlur={() => {
        setTyped(null);
        onBlur();
      }}
    />
  );
}
