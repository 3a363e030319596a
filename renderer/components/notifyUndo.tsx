import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { notifyError } from "../api/errors.tsx";

const shownForMs = 12_000;

/** Says what was done, with a button that takes it back. */
export function notifyUndo(sentence: string, undo: () => Promise<unknown>): void {
  const id = crypto.randomUUID();
  const takeBack = async () => {
    notifications.hide(id);
    try {
      await undo();
    } catch (error) {
      notifyError(error);
    }
  };
  notifications.show({
    id,
    autoClose: shownForMs,
    withBorder: true,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{sentence}</Text>
        <Button size="compact-sm" variant="default" style={{ flexShrink: 0 }} onClick={() => void takeBack()}>
          Urungkan
        </Button>
      </Group>
    ),
  });
}
