import { Fieldset, Group, NumberInput, Stack, Text } from "@mantine/core";
import { longDateWithWeekday } from "../../../electron/domain/indonesian.ts";
import { useEditionId } from "../../app/edition.tsx";
import { NameState, NameStates } from "../../app/nameStates.tsx";
import { ReadOnlyArea } from "../../components/ReadOnlyArea.tsx";
import { DateField } from "../../components/DateField.tsx";
import { TitlesButton } from "../../components/TitlesButton.tsx";
import { TextField } from "../../components/TextField.tsx";
import type { Draft } from "../../components/useDraft.ts";
import type { EditionForm } from "./editionForm.ts";

interface EditionFormFieldsProps {
  draft: Draft<EditionForm>;
  /** Year and title stand in the signed rule book. */
  named: boolean;
}

/** The fields of an edition in two columns; each saves itself. */
export function EditionFormFields({ draft, named }: EditionFormFieldsProps) {
  const editionId = useEditionId();
  const { value: form, problems } = draft;
  const set = (part: Partial<EditionForm>) => draft.change({ ...form, ...part });
  const text = (name: "title" | "theme" | "organiser" | "venue") => ({
    value: form[name],
    error: problems[name],
    onChange: (typed: string) => set({ [name]: typed }),
    onBlur: draft.flush,
  });
  const signer = (name: "name" | "title" | "place") => ({
    value: form.signatory[name],
    error: problems[`signatory.${name}`],
    onChange: (typed: string) => set({ signatory: { ...form.signatory, [name]: typed } }),
    onBlur: draft.flush,
  });

  return (
    <>
      <Stack gap="sm">
        <ReadOnlyArea on={named}>
          <Group wrap="nowrap" align="flex-start">
            <NumberInput
              label="Tahun"
              value={form.year}
              error={problems.year}
              onChange={(year) => set({ year })}
              onBlur={draft.flush}
              min={1945}
              max={9999}
              clampBehavior="none"
              allowDecimal={false}
              w={110}
            />
            <TextField label="Judul edisi" flex={1} {...text("title")} />
          </Group>
        </ReadOnlyArea>
        {named && (
          <Text size="sm" c="dimmed" mt={-6}>
            Tahun dan judul tertulis dalam tata nilai yang sudah dibekukan, jadi tetap.
          </Text>
        )}
        <TextField label="Tema" placeholder="Misalnya: Jatim Bangkit" {...text("theme")} />
        <TextField label="Penyelenggara" {...text("organiser")} />
        <TextField
          label="Tempat upacara"
          placeholder="Misalnya: Gedung Negara Grahadi, Surabaya"
          {...text("venue")}
        />
        <DateField
          label="Tanggal upacara"
          description="Harinya dihitung dari tanggal, tidak diketik."
          placeholder={`Misalnya: 12 Oktober ${form.year}`}
          exampleYear={Number(form.year) || undefined}
          value={form.ceremonyDate}
          onChange={(ceremonyDate) => set({ ceremonyDate })}
        />
        <Text size="sm" c="dimmed" mih={22}>
          {form.ceremonyDate ? longDateWithWeekday(form.ceremonyDate) : ""}
        </Text>
      </Stack>
      <Fieldset legend="Penanda tangan piagam" variant="default">
        <Stack gap="sm">
          <TextField label="Jabatan" placeholder="Misalnya: Gubernur Jawa Timur" {...signer("title")} />
          <TextField
            label="Nama"
            description="Persis seperti akan tercetak, tanpa NIP."
            {...signer("name")}
          />
          {form.signatory.name.trim() !== "" && (
            <NameStates editionId={editionId}>
              <Group gap="md">
                <NameState subject="penandatangan" />
                <TitlesButton
                  label="penanda tangan piagam"
                  full={form.signatory.name}
                  gelar={form.signatory.gelar}
                  onSave={(name, gelar) => set({ signatory: { ...form.signatory, name, gelar } })}
                />
              </Group>
            </NameStates>
          )}
          <TextField label="Tempat penandatanganan" placeholder="Misalnya: Surabaya" {...signer("place")} />
        </Stack>
      </Fieldset>
    </>
  );
}
