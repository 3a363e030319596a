import { Checkbox, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { OfficeView, RoundEventView } from "../../../electron/contract/office.ts";
import { longDateWithWeekday } from "../../../electron/domain/indonesian.ts";
import { query } from "../../api/client.ts";
import { useOverview } from "../../app/edition.tsx";
import { DateField } from "../../components/DateField.tsx";
import { SavedSign } from "../../components/SavedSign.tsx";
import { Section } from "../../components/Section.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useDraft } from "../../components/useDraft.ts";
import { type EventForm, eventSchema, toEvent, toEventForm } from "./eventForm.ts";
import { MinutesField } from "./minutesField.tsx";
import { Pauses } from "./pauses.tsx";
import { PresentationOrder } from "./presentationOrder.tsx";

interface RoundSectionProps {
  event: RoundEventView;
  onSaved: (view: OfficeView) => void;
}

/** When and where a panel round is held, and in which order its finalists present. */
export function RoundSection({ event, onSaved }: RoundSectionProps) {
  const { roundId } = event;
  const year = useOverview()?.edition.year;
  const save = useMutation(query.office.saveRound.mutationOptions({ meta: { handlesError: true } }));
  const draft = useDraft({
    saved: toEventForm(event),
    schema: eventSchema,
    save: async (form) => onSaved(await save.mutateAsync({ roundId, event: toEvent(form) })),
  });
  const { value: form, problems } = draft;
  const set = (part: Partial<EventForm>) => draft.change({ ...form, ...part });
  const minutes = (name: "presentationMinutes" | "interviewMinutes") => ({
    value: form[name],
    error: problems[name],
    onChange: (typed: number | string) => set({ [name]: typed }),
    onBlur: draft.flush,
  });
  return (
    <Section
      title={event.title}
      description="Tertulis di undangan, daftar hadir, urutan presentasi, dan berita acara."
      actions={
        <SavedSign state={draft.state} invalid={Object.keys(problems).length > 0} onRetry={draft.flush} />
      }
    >
      <SimpleGrid cols={2} spacing="lg" style={{ alignItems: "start" }}>
        <Stack gap="sm">
          <Group align="flex-start" wrap="nowrap">
            <div style={{ flex: 1 }}>
              <DateField
                label="Tanggal"
                exampleYear={year}
                placeholder="Misalnya: 5 Oktober 2022"
                value={form.date}
                onChange={(date) => {
                  set({ date });
                  draft.flush();
                }}
              />
              <Text size="sm" c="dimmed" mih={22}>
                {form.date ? longDateWithWeekday(form.date) : ""}
              </Text>
            </div>
            <TextField
              label="Mulai pukul"
              placeholder="09.00"
              maxLength={5}
              w={130}
              rightSection="WIB"
              rightSectionWidth={48}
              value={form.start}
              error={problems.start}
              onChange={(start) => set({ start })}
              onBlur={draft.flush}
            />
          </Group>
          <TextField
            label="Tempat"
            description="Bila kosong, dipakai tempat upacara."
            value={form.venue}
            error={problems.venue}
            onChange={(venue) => set({ venue })}
            onBlur={draft.flush}
          />
          <Group align="flex-start">
            <MinutesField label="Presentasi" {...minutes("presentationMinutes")} />
            <MinutesField label="Wawancara" {...minutes("interviewMinutes")} />
          </Group>
          <Checkbox
            label="Kepala daerah hadir sendiri, tidak mewakilkan"
            checked={form.inPerson}
            onChange={(change) => set({ inPerson: change.currentTarget.checked })}
            onBlur={draft.flush}
          />
          <Pauses
            pauses={form.pauses}
            problems={problems}
            onChange={(pauses) => set({ pauses })}
            onBlur={draft.flush}
          />
        </Stack>
        <PresentationOrder event={event} onSaved={onSaved} />
      </SimpleGrid>
    </Section>
  );
}
