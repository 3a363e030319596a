import { Button, Group, Modal, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { EditionRow } from "../../../electron/contract/editions.ts";
import { query } from "../../api/client.ts";

interface CreateDialogProps {
  opened: boolean;
  onClose: () => void;
  onCreated: (edition: EditionRow) => void;
}

/** Asks for the year and title of a new edition; everything else is filled in afterwards. */
export function CreateDialog(props: CreateDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={<Text fw={600}>Buat edisi baru</Text>}>
      <CreateForm {...props} />
    </Modal>
  );
}

function CreateForm({ onClose, onCreated }: CreateDialogProps) {
  const [year, setYear] = useState<number | string>(() => new Date().getFullYear());
  const [title, setTitle] = useState<string | null>(null);
  const [theme, setTheme] = useState("");
  const create = useMutation(query.editions.create.mutationOptions());
  const shownTitle = title ?? suggestedTitle(year);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(
          {
            year: Number(year),
            title: shownTitle,
            theme: theme.trim() || null,
            organiser: "BPSDM Provinsi Jawa Timur",
            venue: null,
            ceremonyDate: null,
            signatory: null,
          },
          { onSuccess: onCreated },
        );
      }}
    >
      <Stack>
        <Group align="flex-start" wrap="nowrap">
          <NumberInput
            label="Tahun"
            value={year}
            onChange={setYear}
            min={1945}
            max={9999}
            allowDecimal={false}
            thousandSeparator=""
            w={110}
            required
          />
          <TextInput
            label="Judul edisi"
            value={shownTitle}
            onChange={(event) => setTitle(event.currentTarget.value)}
            maxLength={200}
            required
            flex={1}
            data-autofocus
          />
        </Group>
        <TextInput
          label="Tema"
          description="Boleh diisi nanti."
          value={theme}
          onChange={(event) => setTheme(event.currentTarget.value)}
          maxLength={200}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Batal
          </Button>
          <Button type="submit" loading={create.isPending} disabled={shownTitle.trim() === "" || year === ""}>
            Buat edisi
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What an edition of a year is called until somebody says otherwise. */
export function suggestedTitle(year: number | string): string {
  return `ASN Achievement Awards ${year}`.trim();
}
