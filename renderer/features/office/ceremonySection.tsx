import { Checkbox, Group, Table, TextInput } from "@mantine/core";
import { LinesField } from "../../components/LinesField.tsx";
import { Section } from "../../components/Section.tsx";
import { TextField } from "../../components/TextField.tsx";
import type { Draft } from "../../components/useDraft.ts";
import { actorHints, type DetailsForm, faultOf, stepNames, type TypedItem } from "./detailsForm.ts";
import { MinutesField } from "./minutesField.tsx";

/** How the ceremony goes: when it starts, how long each step takes and who does it. */
export function CeremonySection({ draft }: { draft: Draft<DetailsForm> }) {
  const { value: form, problems } = draft;
  const set = (part: Partial<DetailsForm>) => draft.change({ ...form, ...part });
  const setItem = (step: TypedItem["step"], part: Partial<TypedItem>) =>
    set({ items: form.items.map((item) => (item.step === step ? { ...item, ...part } : item)) });
  return (
    <Section
      title="Upacara"
      description="Jam setiap acara dihitung dari jam mulai dan lamanya. Tanggal dan tempatnya ada di Persiapan, Edisi."
    >
      <Group align="flex-start" gap="lg" wrap="nowrap">
        <div style={{ flex: 5, minWidth: 0 }}>
          <Group mb="sm">
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
          </Group>
          <Table verticalSpacing={4} layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="38%">Acara</Table.Th>
                <Table.Th w={140}>Lama</Table.Th>
                <Table.Th>Petugas</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {form.items.map((item) => (
                <Table.Tr key={item.step}>
                  <Table.Td>
                    <Checkbox
                      label={stepNames[item.step]}
                      checked={item.held}
                      onChange={(event) => setItem(item.step, { held: event.currentTarget.checked })}
                      onBlur={draft.flush}
                    />
                  </Table.Td>
                  <Table.Td>
                    <MinutesField
                      aria-label={`Lama ${stepNames[item.step]}`}
                      disabled={!item.held}
                      value={item.minutes}
                      error={problems[`${item.step}.minutes`]}
                      onChange={(minutes) => setItem(item.step, { minutes })}
                      onBlur={draft.flush}
                    />
                  </Table.Td>
                  <Table.Td>
                    <TextInput
                      aria-label={`Petugas ${stepNames[item.step]}`}
                      placeholder={actorHints[item.step]}
                      disabled={!item.held}
                      maxLength={200}
                      value={item.by}
                      error={problems[`${item.step}.by`]}
                      onChange={(event) => setItem(item.step, { by: event.currentTarget.value })}
                      onBlur={draft.flush}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
        <LinesField
          label="Tamu yang disapa"
          description="Jabatannya, satu per baris, menurut urutan protokol setelah penanda tangan piagam; juga di daftar hadir dan kartu meja."
          flex={2}
          miw={220}
          maxRows={16}
          lines={form.guests}
          error={faultOf(problems, "ceremony.guests")}
          onChange={(guests) => set({ guests })}
          onBlur={draft.flush}
        />
      </Group>
    </Section>
  );
}
