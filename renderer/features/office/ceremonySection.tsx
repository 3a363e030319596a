import { Group, Stack } from "@mantine/core";
import { LinesField } from "../../components/LinesField.tsx";
import { Section } from "../../components/Section.tsx";
import { TextField } from "../../components/TextField.tsx";
import type { Draft } from "../../components/useDraft.ts";
import { CeremonySteps } from "./ceremonySteps.tsx";
import { type DetailsForm, faultOf } from "./detailsForm.ts";

/** How the ceremony goes on paper: when it starts, its steps in their order, and who is greeted. */
export function CeremonySection({ draft }: { draft: Draft<DetailsForm> }) {
  const { value: form, problems } = draft;
  const set = (part: Partial<DetailsForm>) => draft.change({ ...form, ...part });
  return (
    <Section
      title="Upacara"
      description="Tertulis di susunan acara dan naskah pembawa acara. Jam setiap acara dihitung dari jam mulai dan lamanya; tanggal dan tempatnya ada di Persiapan, Edisi."
    >
      <Stack gap="md">
        <Group align="flex-start" gap="lg" wrap="nowrap">
          <TextField
            label="Mulai pukul"
            placeholder="08.00"
            maxLength={5}
            w={130}
            rightSection="WIB"
            rightSectionWidth={48}
            value={form.start}
            error={problems["ceremony.start"]}
            onChange={(start) => set({ start })}
            onBlur={draft.flush}
          />
          <LinesField
            label="Tamu yang disapa"
            description="Jabatannya, satu per baris, menurut urutan protokol setelah penanda tangan piagam; juga di daftar hadir dan kartu meja."
            flex={1}
            maxRows={16}
            lines={form.guests}
            error={faultOf(problems, "ceremony.guests")}
            onChange={(guests) => set({ guests })}
            onBlur={draft.flush}
          />
        </Group>
        <CeremonySteps
          items={form.items}
          problems={problems}
          onChange={(items) => set({ items })}
          onBlur={draft.flush}
        />
      </Stack>
    </Section>
  );
}
