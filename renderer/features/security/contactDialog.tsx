import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { contactOf } from "./persons.ts";
import type { HeldPerson } from "./persons.ts";

interface ContactDialogProps {
  editionId: number;
  /** Null: nobody chosen. */
  person: HeldPerson | null;
  onClose: () => void;
}

/** Contact details of one person, kept beside the edition and outside of all that proves it. */
export function ContactDialog({ editionId, person, onClose }: ContactDialogProps) {
  return (
    <Modal
      opened={person !== null}
      onClose={onClose}
      title={<Text fw={600}>Kontak {person?.name ?? ""}</Text>}
    >
      {person && <ContactForm editionId={editionId} person={person} onClose={onClose} />}
    </Modal>
  );
}

function ContactForm({ editionId, person, onClose }: ContactDialogProps & { person: HeldPerson }) {
  const client = useQueryClient();
  const [contact, setContact] = useState(() => contactOf(person));
  const save = useMutation(
    query.security.saveContact.mutationOptions({
      meta: { handlesError: true },
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: query.security.persons.key({ input: { editionId } }) });
        onClose();
      },
    }),
  );
  const field = (key: keyof typeof contact, maxLength: number) => ({
    value: contact[key],
    maxLength,
    autoComplete: "off",
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setContact({ ...contact, [key]: event.currentTarget.value }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { nip, phone, email } = contact;
        save.mutate({
          editionId,
          person: person.person,
          nip: nip.trim() || null,
          phone: phone.trim() || null,
          email: email.trim() || null,
        });
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          Isi hanya yang diperlukan untuk mengundang dan mengirim surat. Tidak masuk buku catatan dan dokumen.
        </Text>
        <TextInput label="NIP" {...field("nip", 40)} data-autofocus />
        <TextInput label="Telepon" {...field("phone", 40)} />
        <TextInput label="Surel" {...field("email", 200)} />
        {save.error && (
          <Text role="alert" size="sm" c="var(--lencana-stop)">
            {sentenceOf(save.error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Batal
          </Button>
          <Button type="submit" loading={save.isPending}>
            Simpan
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
