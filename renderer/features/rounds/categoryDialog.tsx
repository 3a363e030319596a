import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { CategoryRow } from "../../../electron/contract/categories.ts";
import { query } from "../../api/client.ts";
import { useEditionId } from "../../app/edition.tsx";

interface CategoryDialogProps {
  opened: boolean;
  onClose: () => void;
  onCreated: (category: CategoryRow) => void;
}

/** Asks what a new category is called. */
export function CategoryDialog(props: CategoryDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={<Text fw={600}>Kategori baru</Text>}>
      <CategoryForm {...props} />
    </Modal>
  );
}

function CategoryForm({ onClose, onCreated }: CategoryDialogProps) {
  const editionId = useEditionId();
  const [name, setName] = useState("");
  const create = useMutation(query.categories.create.mutationOptions());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(
          { editionId, name },
          {
            onSuccess: (created) => {
              onClose();
              onCreated(created);
            },
          },
        );
      }}
    >
      <Stack>
        <TextInput
          label="Nama kategori"
          placeholder="Misalnya: Bangkom Adaptif"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={200}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Batal
          </Button>
          <Button type="submit" loading={create.isPending} disabled={name.trim() === ""}>
            Buat kategori
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
