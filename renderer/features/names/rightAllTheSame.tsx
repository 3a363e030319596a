import { Button, Popover, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";

interface RightAllTheSameProps {
  disabled: boolean;
  hint: string | undefined;
  onReason: (reason: string) => void;
}

/** Lets what must be mended stand, with a typed reason: one click is not enough for it. */
export function RightAllTheSame({ disabled, hint, onReason }: RightAllTheSameProps) {
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState("");
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus width={340}>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          disabled={disabled}
          title={hint}
          onClick={() => setOpened(!opened)}
        >
          Memang benar…
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() === "") return;
            setOpened(false);
            onReason(reason.trim());
          }}
        >
          <Stack gap="xs">
            <Text size="sm">
              Temuan ini biasanya selesai dengan mengubah namanya. Bila yang tertulis memang benar, tulis
              alasannya; tercatat dengan nama Anda.
            </Text>
            <TextInput
              label="Alasan"
              data-autofocus
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button type="submit" disabled={reason.trim() === ""}>
              Biarkan dengan alasan ini
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
