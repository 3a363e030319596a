import { Alert, Autocomplete, Button, Group, Stack, Text } from "@mantine/core";
import { IconRefreshAlert } from "@tabler/icons-react";
import { useState } from "react";

const usual = [
  "Kertas macet atau rusak",
  "Hasil cetak tidak jelas",
  "Lembar hilang",
  "PDF disimpan dahulu, kini dicetak",
];

/** Asks why papers that went out before go out once more: the register keeps the answer. */
export function AgainNote({
  sentence,
  onAgain,
  onClose,
}: {
  sentence: string;
  onAgain: (reason: string) => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState("");
  return (
    <Alert
      color="yellow"
      icon={<IconRefreshAlert aria-hidden />}
      withCloseButton
      closeButtonLabel="Tutup"
      onClose={onClose}
      title="Mengapa dikeluarkan lagi?"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== "") onAgain(reason.trim());
        }}
      >
        <Stack gap="xs">
          <Text size="sm">{sentence}</Text>
          <Group align="flex-end" wrap="nowrap">
            <Autocomplete
              label="Alasan"
              data={usual}
              value={reason}
              onChange={setReason}
              maxLength={200}
              data-autofocus
              style={{ flex: 1 }}
            />
            <Button type="submit" disabled={reason.trim() === ""}>
              Keluarkan lagi
            </Button>
          </Group>
        </Stack>
      </form>
    </Alert>
  );
}
