import { Button, Group, Modal, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { CategoryRow } from "../../../electron/contract/categories.ts";
import type { RoundRow } from "../../../electron/contract/rounds.ts";
import { query } from "../../api/client.ts";

interface RoundDialogProps {
  opened: boolean;
  category: CategoryRow;
  onClose: () => void;
  onCreated: (round: RoundRow) => void;
}

/** Asks what a new round is called and who scores in it. */
export function RoundDialog(props: RoundDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={<Text fw={600}>Babak baru</Text>}>
      <RoundForm {...props} />
    </Modal>
  );
}

function RoundForm({ category, onClose, onCreated }: RoundDialogProps) {
  const [name, setName] = useState("");
  const [kind, setKind] = useState<"panel" | "desk">(category.rounds.length === 0 ? "desk" : "panel");
  const create = useMutation(query.rounds.create.mutationOptions());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(
          { categoryId: category.id, name, kind },
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
          label="Nama babak"
          placeholder="Misalnya: Seleksi administrasi"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={200}
          data-autofocus
        />
        <Radio.Group
          label="Siapa yang menilai"
          value={kind}
          onChange={(next) => setKind(next === "desk" ? "desk" : "panel")}
        >
          <Stack gap="xs" mt={6}>
            <Radio
              value="desk"
              label="Sekretariat (babak meja)"
              description="Satu lembar nilai untuk setiap daerah."
            />
            <Radio
              value="panel"
              label="Panelis (babak panel)"
              description="Satu lembar nilai dari setiap panelis untuk setiap daerah."
            />
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Batal
          </Button>
          <Button type="submit" loading={create.isPending} disabled={name.trim() === ""}>
            Buat babak
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
