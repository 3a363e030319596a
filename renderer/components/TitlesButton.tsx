import { Button, Group, Popover, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import {
  type Gelar,
  hasLooseGelar,
  joinName,
  type PersonName,
  partsOf,
  splitName,
  tidyParts,
} from "../../electron/domain/personName.ts";

interface TitlesButtonProps {
  /** Whose name: "kepala daerah Kabupaten Magetan". */
  label: string;
  /** The full name as printed. */
  full: string;
  gelar: Gelar | null | undefined;
  disabled?: boolean;
  /** The full name that the parts make, and which of it are titles. */
  onSave: (full: string, gelar: Gelar | null) => Promise<unknown> | void;
}

/** Opens the parts of a full name: titles before, name, titles after. A name with loose titles is offered to be split. */
export function TitlesButton({ label, full, gelar, disabled, onSave }: TitlesButtonProps) {
  const [opened, setOpened] = useState(false);
  // Hundreds of names stand in a table; what opens is made for the one that is used.
  const [used, setUsed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const loose = hasLooseGelar(full, gelar);
  const close = () => {
    setOpened(false);
    button.current?.focus();
  };
  const target = (
    <UnstyledButton
      ref={button}
      disabled={disabled}
      aria-label={`Gelar ${label}`}
      aria-expanded={opened}
      onClick={() => {
        setUsed(true);
        setOpened(!opened);
      }}
      style={{ textDecoration: "underline", fontSize: 13, lineHeight: "24px" }}
      c={loose ? "var(--lencana-open)" : "dimmed"}
    >
      {loose ? "Pisahkan gelar" : "Gelar"}
    </UnstyledButton>
  );
  if (!used) return target;
  return (
    <Popover
      opened={opened}
      onChange={(next) => (next ? setOpened(true) : close())}
      position="bottom-start"
      shadow="md"
      trapFocus
      withArrow
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown>
        {opened && (
          <Parts
            start={loose ? splitName(full) : partsOf(full, gelar)}
            full={full}
            onClose={close}
            onSave={onSave}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

interface PartsProps extends Pick<TitlesButtonProps, "full" | "onSave"> {
  start: PersonName;
  onClose: () => void;
}

function Parts({ start, full, onClose, onSave }: PartsProps) {
  const [parts, setParts] = useState(start);
  const [saving, setSaving] = useState(false);
  const tidy = tidyParts(parts);
  const printed = joinName(tidy);
  const fits = tidy.name !== "" && printed.length <= 200;
  const save = async () => {
    if (!fits) return;
    setSaving(true);
    try {
      const { before, after } = tidy;
      await onSave(printed, before === null && after === null ? null : { before, after });
      onClose();
    } catch {
      // It has been said why; the parts stay to be mended.
    } finally {
      setSaving(false);
    }
  };
  const field = (part: keyof PersonName) => ({
    value: parts[part] ?? "",
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) =>
      setParts((now) => ({ ...now, [part]: value })),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Enter" && !event.nativeEvent.isComposing) void save();
    },
  });
  return (
    <Stack gap="xs" w={430}>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <TextInput label="Gelar depan" placeholder="Dr. H." w={110} {...field("before")} />
        <TextInput label="Nama" flex={1} data-autofocus {...field("name")} />
        <TextInput label="Gelar belakang" placeholder="S.H., M.Hum." w={130} {...field("after")} />
      </Group>
      <div aria-live="polite">
        <Text size="xs" c="dimmed">
          {printed === full ? "Akan tercetak, sama dengan sekarang" : "Akan tercetak"}
        </Text>
        <Text fw={600}>{printed || "—"}</Text>
      </div>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" size="xs" onClick={onClose}>
          Batal
        </Button>
        <Button size="xs" disabled={!fits} loading={saving} onClick={() => void save()}>
          Simpan
        </Button>
      </Group>
    </Stack>
  );
}
