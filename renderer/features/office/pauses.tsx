import { ActionIcon, Button, Group, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { EventForm } from "./eventForm.ts";
import { MinutesField } from "./minutesField.tsx";

type Pause = EventForm["pauses"][number];

interface PausesProps {
  pauses: readonly Pause[];
  problems: Record<string, string>;
  onChange: (pauses: Pause[]) => void;
  onBlur: () => void;
}

/** Pauses between presentations. */
export function Pauses({ pauses, problems, onChange, onBlur }: PausesProps) {
  const set = (index: number, part: Partial<Pause>) =>
    onChange(pauses.map((pause, place) => (place === index ? { ...pause, ...part } : pause)));
  const last = Number(pauses.at(-1)?.after ?? 0);
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Text fw={600} size="sm">
          Jeda
        </Text>
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...pauses, { after: last + 1, minutes: 15, name: "Istirahat" }])}
        >
          Tambah jeda
        </Button>
      </Group>
      {pauses.map((pause, index) => (
        // A pause is known by its place alone.
        <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
          <TextInput
            aria-label={`Nama jeda ${index + 1}`}
            flex={1}
            maxLength={200}
            value={pause.name}
            error={problems[`pauses.${index}.name`]}
            onChange={(event) => set(index, { name: event.currentTarget.value })}
            onBlur={onBlur}
          />
          <NumberInput
            aria-label={`Jeda ${index + 1} sesudah giliran`}
            prefix="sesudah giliran "
            w={170}
            min={1}
            decimalSeparator=","
            allowedDecimalSeparators={[",", "."]}
            clampBehavior="none"
            value={pause.after}
            error={problems[`pauses.${index}.after`]}
            onChange={(after) => set(index, { after })}
            onBlur={onBlur}
          />
          <MinutesField
            aria-label={`Lama jeda ${index + 1}`}
            w={110}
            value={pause.minutes}
            error={problems[`pauses.${index}.minutes`]}
            onChange={(minutes) => set(index, { minutes })}
            onBlur={onBlur}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Hapus jeda ${index + 1}`}
            onClick={() => onChange(pauses.filter((_, place) => place !== index))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
    </Stack>
  );
}
