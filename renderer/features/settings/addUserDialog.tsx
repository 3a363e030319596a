import { Button, Group, Modal, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Role } from "../../../electron/contract/access.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { isUsable, noPin } from "../../components/newPin.ts";
import { NewPinFields } from "../../components/NewPinFields.tsx";

/** In the order of the work. */
const roles: { role: Role; label: string; does: string }[] = [
  { role: "operator", label: "Operator", does: "Mengetik nilai dari lembar kertas." },
  {
    role: "verifier",
    label: "Verifikator",
    does: "Mencocokkan dengan kertas, memutus perbedaan, menandatangani.",
  },
  { role: "chair", label: "Ketua", does: "Memutus seri, menandatangani, menetapkan hasil." },
  { role: "secretary", label: "Sekretaris", does: "Menyiapkan edisi dan pengguna, menandatangani." },
  { role: "auditor", label: "Pemeriksa", does: "Membaca buku catatan dan bukti hasil." },
  { role: "viewer", label: "Pengamat", does: "Hanya melihat." },
];

interface AddUserDialogProps {
  opened: boolean;
  onClose: () => void;
  /** With the recovery code of the new person, to be handed over on paper. */
  onAdded: (name: string, recoveryCode: string) => void;
}

/** A new person with role and first PIN. */
export function AddUserDialog(props: AddUserDialogProps) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size="lg"
      title={<Text fw={600}>Tambah pengguna</Text>}
    >
      <AddUserForm {...props} />
    </Modal>
  );
}

function AddUserForm({ onClose, onAdded }: AddUserDialogProps) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<Role>("operator");
  const [typed, setTyped] = useState(noPin);
  const create = useMutation(
    query.accounts.create.mutationOptions({
      meta: { handlesError: true },
      onSuccess: ({ accounts, recoveryCode }, added) => {
        client.setQueryData(query.accounts.list.queryKey(), accounts);
        onClose();
        onAdded(added.name, recoveryCode);
      },
    }),
  );
  const ready = name.trim() !== "" && isUsable(typed);
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !create.isPending) create.mutate({ name: name.trim(), role: chosen, pin: typed.pin });
      }}
    >
      <Stack>
        <TextInput
          label="Nama"
          description="Lengkap, seperti akan tercatat dan tercetak."
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            if (create.isError) create.reset();
          }}
          maxLength={200}
          data-autofocus
        />
        <Radio.Group
          label="Peran"
          value={chosen}
          onChange={(next) => setChosen(roles.find(({ role }) => role === next)?.role ?? chosen)}
        >
          <Stack gap={6} mt={6}>
            {roles.map(({ role, label, does }) => (
              <Radio key={role} value={role} label={label} description={does} />
            ))}
          </Stack>
        </Radio.Group>
        <NewPinFields label="PIN pertama" value={typed} onChange={setTyped} />
        <Text size="sm" c="dimmed">
          Sebaiknya diketik sendiri oleh orangnya. Setelah ini tampil kode pemulihan untuk dicetak dan
          diserahkan kepadanya.
        </Text>
        {create.error && (
          <Text role="alert" size="sm" c="var(--lencana-stop)">
            {sentenceOf(create.error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={create.isPending}>
            Batal
          </Button>
          <Button type="submit" loading={create.isPending} disabled={!ready}>
            Tambah pengguna
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
