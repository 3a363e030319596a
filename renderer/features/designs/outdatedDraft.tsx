import { Alert, Button, Group, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";

/** Says that another window saved the design under an unsaved draft, and gives the two ways on. */
export function OutdatedDraft({
  name,
  mayChange,
  onCopy,
  onTakeStored,
}: {
  name: string;
  mayChange: boolean;
  onCopy: () => Promise<void>;
  onTakeStored: () => void;
}) {
  const copy = useMutation({ mutationFn: onCopy });
  return (
    <Alert color="yellow" role="alert" mb="md" py="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          Rancangan “{name}” sudah disimpan dari jendela lain; perubahan Anda masih ada di sini, tetapi tidak
          dapat disimpan di atasnya.
        </Text>
        <Group gap="xs">
          <Button
            size="compact-sm"
            disabled={!mayChange}
            loading={copy.isPending}
            onClick={() => copy.mutate()}
          >
            Simpan milik Anda sebagai salinan
          </Button>
          <Button size="compact-sm" variant="default" onClick={onTakeStored}>
            Pakai yang tersimpan
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}
