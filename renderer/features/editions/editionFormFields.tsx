import { Fieldset, Group, NumberInput, Stack, Text } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { longDateWithWeekday } from "../../../electron/domain/indonesian.ts";
import { TextField } from "../../components/TextField.tsx";
import type { Draft } from "../../components/useDraft.ts";
import type { EditionForm } from "./editionForm.ts";

/** The fields of an edition in two columns; each saves itself. */
export function EditionFormFields({ draft }: { draft: Draft<EditionForm> }) {
  const { value: form, problems } = draft;
  const set = (part: Partial<EditionForm>) => draft.change({ ...form, ...part });
  const text = (name: "title" | "theme" | "organiser" | "venue") => ({
    value: form[name],
    error: problems[name],
    onChange: (typed: string) => set({ [name]: typed }),
    onBlur: draft.flush,
  });
  const signer = (name: keyof EditionForm["signatory"]) => ({
    value: form.signatory[name],
    error: problems[`signatory.${name}`],
    onChange: (typed: string) => set({ signatory: { ...form.signatory, [name]: typed } }),
    onBlur: draft.flush,
  });

  return (
    <>
      <Stack gap="sm">
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
        <TextField label="Tema" placeholder="Misalnya: Jatim Bangkit" {...text("theme")} />
        <TextField label="Penyelenggara" {...text("organiser")} />
        <TextField
          label="Tempat upacara"
          placeholder="Misalnya: Gedung Negara Grahadi, Surabaya"
          {...text("venue")}
        />
        <DateInput
          label="Tanggal upacara"
          description="Harinya dihitung dari tanggal, tidak diketik."
          placeholder="Pilih atau ketik, misalnya 12/10/2022"
          value={form.ceremonyDate}
          onChange={(ceremonyDate) => set({ ceremonyDate })}
          onBlur={draft.flush}
          error={problems.ceremonyDate}
          valueFormat="D MMMM YYYY"
          dateParser={readDate}
          clearable
          clearButtonProps={{ "aria-label": "Kosongkan tanggal" }}
          popoverProps={{ withinPortal: true }}
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
          <TextField label="Tempat penandatanganan" placeholder="Misalnya: Surabaya" {...signer("place")} />
        </Stack>
      </Fieldset>
    </>
  );
}

const months = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];

/** Reads "12/10/2022", "12-10-2022", "12 Oktober 2022" and "2022-10-12"; null for what is no date. */
export function readDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  const local = /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.-]+(\d{4})$/i.exec(text.trim());
  const [year, monthText, day] = iso ? [iso[1], iso[2], iso[3]] : [local?.[3], local?.[2], local?.[1]];
  if (!year || !monthText || !day) return null;
  const month = /^\d/.test(monthText)
    ? Number(monthText)
    : months.indexOf(monthText.slice(0, 3).toLowerCase()) + 1;
  const written = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const read = new Date(`${written}T00:00:00Z`);
  // A day that the month does not have would roll over into the next.
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written) ? written : null;
}
