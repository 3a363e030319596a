import { SimpleGrid, Stack } from "@mantine/core";
import { LinesField } from "../../components/LinesField.tsx";
import { Section } from "../../components/Section.tsx";
import { TextField } from "../../components/TextField.tsx";
import type { Draft } from "../../components/useDraft.ts";
import { type DetailsForm, faultOf } from "./detailsForm.ts";

/** Who signs the letters, what they rest on, and who gets a copy. */
export function LettersSection({ draft }: { draft: Draft<DetailsForm> }) {
  const { value: form, problems } = draft;
  const set = (part: Partial<DetailsForm>) => draft.change({ ...form, ...part });
  const signer = (name: keyof DetailsForm["signer"]) => ({
    value: form.signer[name],
    error: problems[`signer.${name}`],
    onChange: (typed: string) => set({ signer: { ...form.signer, [name]: typed } }),
    onBlur: draft.flush,
  });
  return (
    <Section
      title="Surat"
      description="Yang belum diisi dicetak sebagai titik-titik, jadi boleh menyusul dengan tangan."
    >
      <SimpleGrid cols={2} spacing="lg" style={{ alignItems: "start" }}>
        <Stack gap="sm">
          <TextField
            label="Jabatan penanda tangan surat"
            placeholder="Misalnya: Kepala BPSDM Provinsi Jawa Timur"
            {...signer("office")}
          />
          <TextField
            label="Nama"
            aria-label="Nama penanda tangan surat"
            description="Dengan gelar, persis seperti akan tercetak."
            {...signer("name")}
          />
          <TextField label="Pangkat" placeholder="Misalnya: Pembina Utama Madya" {...signer("rank")} />
          <TextField
            label="NIP"
            description="Hanya dicetak pada surat; tidak masuk buku catatan maupun bukti hasil."
            maxLength={30}
            value={form.nip}
            error={problems.nip}
            onChange={(typed) => set({ nip: typed })}
            onBlur={draft.flush}
          />
        </Stack>
        <Stack gap="sm">
          <LinesField
            label="Dasar hukum"
            description="Satu peraturan per baris; menjadi Mengingat pada Keputusan dan dasar pada laporan."
            maxRows={8}
            lines={form.bases}
            error={faultOf(problems, "bases")}
            onChange={(bases) => set({ bases })}
            onBlur={draft.flush}
          />
          <TextField
            label="Beban anggaran"
            description="Bila kosong, diktum biaya tidak ditulis."
            placeholder="Misalnya: APBD Provinsi Jawa Timur Tahun Anggaran 2022"
            maxLength={600}
            value={form.budget}
            error={problems.budget}
            onChange={(budget) => set({ budget })}
            onBlur={draft.flush}
          />
          <LinesField
            label="Tembusan"
            description="Satu penerima per baris."
            maxRows={8}
            lines={form.copies}
            error={faultOf(problems, "copies")}
            onChange={(copies) => set({ copies })}
            onBlur={draft.flush}
          />
        </Stack>
      </SimpleGrid>
    </Section>
  );
}
