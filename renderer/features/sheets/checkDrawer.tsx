import { ActionIcon, Button, Drawer, Group, Stack, Text, Title } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconCircleCheck } from "@tabler/icons-react";
import { EmptyState } from "../../components/EmptyState.tsx";
import { CheckDifferences } from "./checkDifferences.tsx";
import { CheckWaiting } from "./checkWaiting.tsx";
import { SendBack } from "./sendBack.tsx";
import { type KeyedSheet, type Keying, type SheetAt, sheetsToCheck } from "./keyingWords.ts";

interface CheckDrawerProps {
  roundId: number;
  keying: Keying;
  sheets: readonly KeyedSheet[];
  /** The sheet in hand; null while the drawer is closed. */
  at: SheetAt | null;
  onGo: (at: SheetAt) => void;
  onClose: () => void;
}

/** "Selisih": sheet by sheet what two operators read differently, or what waits to be accepted. */
export function CheckDrawer({ roundId, keying, sheets, at, onGo, onClose }: CheckDrawerProps) {
  const open = sheetsToCheck(sheets, keying);
  const isAt = (one: SheetAt) => one.entryId === at?.entryId && one.panelistId === at.panelistId;
  const place = open.findIndex(isAt);
  const sheet = sheets.find(isAt);
  const before = place === -1 ? undefined : open[place - 1];
  const after = place === -1 ? open[0] : open[place + 1];
  return (
    <Drawer
      opened={at !== null}
      onClose={onClose}
      position="right"
      size={640}
      title={
        <Title order={2} component="p">
          {keying === "double" ? "Selisih ketikan" : "Menunggu persetujuan"}
        </Title>
      }
    >
      {sheet && (
        <Stack>
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div>
              <Title order={3}>{sheet.label}</Title>
              <Text c="dimmed">Lembar {sheet.panelist}</Text>
            </div>
            <Group gap="xs" wrap="nowrap">
              <Text size="sm" c="dimmed" role="status">
                {place === -1 ? `${open.length} lembar lagi` : `${place + 1} dari ${open.length} lembar`}
              </Text>
              <ActionIcon
                variant="default"
                aria-label="Lembar sebelumnya"
                disabled={!before}
                onClick={() => before && onGo(before)}
              >
                <IconChevronLeft size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="default"
                aria-label="Lembar berikutnya"
                disabled={!after}
                onClick={() => after && onGo(after)}
              >
                <IconChevronRight size={18} aria-hidden />
              </ActionIcon>
            </Group>
          </Group>
          {place === -1 ? (
            <>
              <EmptyState
                icon={IconCircleCheck}
                title={settledTitle(sheet.state)}
                sentence={settledSentence(sheet, open.length)}
                action={
                  after ? (
                    <Button onClick={() => onGo(after)} data-autofocus>
                      Lembar berikutnya: {after.label}
                    </Button>
                  ) : (
                    <Button variant="default" onClick={onClose}>
                      Kembali ke papan
                    </Button>
                  )
                }
              />
              {sheet.state === "agreed" && (
                <SendBack
                  place={{ roundId, entryId: sheet.entryId, panelistId: sheet.panelistId || null }}
                  consequence={`Semua nilai lembar ini, ketikan ${sheet.by.join(" dan ")}, dikosongkan dan tidak berlaku lagi.`}
                />
              )}
            </>
          ) : keying === "double" ? (
            // Another sheet begins anew: nothing chosen for the one before may linger.
            <CheckDifferences key={`${sheet.entryId}/${sheet.panelistId}`} roundId={roundId} sheet={sheet} />
          ) : (
            <CheckWaiting key={`${sheet.entryId}/${sheet.panelistId}`} roundId={roundId} sheet={sheet} />
          )}
        </Stack>
      )}
    </Drawer>
  );
}

function settledTitle(state: KeyedSheet["state"]): string {
  if (state === "agreed") return "Lembar ini sudah berlaku";
  return state === "empty" ? "Lembar ini diketik ulang" : "Tidak ada yang perlu diperiksa di lembar ini";
}

function settledSentence({ by, state }: KeyedSheet, open: number): string {
  const own =
    state === "empty"
      ? "Ketikannya dikosongkan; operator mengetiknya lagi dari kertas."
      : by.length > 0
        ? `Diketik oleh ${by.join(" dan ")}.`
        : "Belum ada yang mengetiknya.";
  return open > 0 ? `${own} Masih ada ${open} lembar lagi.` : `${own} Tidak ada lembar lain yang menunggu.`;
}
