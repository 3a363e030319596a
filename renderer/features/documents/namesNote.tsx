import { Alert, Anchor, Button, Group, List, Stack, Text } from "@mantine/core";
import { IconUserQuestion } from "@tabler/icons-react";
import { Link } from "wouter";
import type { MakingOutcome } from "./useMaking.ts";

/** Says which names on the papers are open, and asks whether they go out all the same: the register keeps the answer. */
export function NamesNote({
  editionId,
  outcome,
  onDespite,
  onClose,
}: {
  editionId: number;
  outcome: Extract<MakingOutcome, { kind: "names" }>;
  onDespite: () => void;
  onClose: () => void;
}) {
  return (
    <Alert
      color="yellow"
      icon={<IconUserQuestion aria-hidden />}
      withCloseButton
      closeButtonLabel="Tutup"
      onClose={onClose}
      title="Nama pada dokumen belum selesai diperiksa"
    >
      <Stack gap="xs">
        <Text size="sm">{outcome.sentence}</Text>
        <List size="sm" style={{ maxHeight: 120, overflowY: "auto" }}>
          {outcome.names.map(({ subject, sentence }) => (
            <List.Item key={subject}>{sentence}</List.Item>
          ))}
        </List>
        <Group justify="space-between">
          <Anchor component={Link} href={`/e/${editionId}/persiapan/nama`} size="sm">
            Periksa nama di Persiapan, Nama
          </Anchor>
          <Group gap="xs">
            <Text size="sm" c="dimmed">
              Tercatat di register.
            </Text>
            <Button variant="default" onClick={onDespite}>
              {outcome.to === "printer" ? "Cetak juga" : "Simpan juga"}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Alert>
  );
}
