import { Button, Group, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconPlus } from "@tabler/icons-react";
import { useRef, useState } from "react";
import type { PanelistRow } from "../../../electron/contract/panelists.ts";
import { query } from "../../api/client.ts";
import { useReadOnly } from "../../components/ReadOnlyArea.tsx";

interface AddPanelistProps {
  editionId: number;
  panelists: PanelistRow[];
}

/** The line below the table: type a name, Enter, and the next. */
export function AddPanelist({ editionId, panelists }: AddPanelistProps) {
  const [name, setName] = useState("");
  const [institution, setInstitution] = useState("");
  const nameField = useRef<HTMLInputElement>(null);
  const create = useMutation(query.panelists.create.mutationOptions());
  const readOnly = useReadOnly();
  const same = panelists.find((panelist) => sameName(panelist.name, name));

  if (readOnly) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") return;
        create.mutate(
          { editionId, name, institution: institution.trim() || null },
          {
            onSuccess: () => {
              setName("");
              setInstitution("");
              nameField.current?.focus();
            },
          },
        );
      }}
    >
      {panelists.length === 0 && (
        <Text c="dimmed" my="sm">
          Belum ada panelis. Ketik nama lengkap dengan gelarnya di bawah, lalu tekan Enter.
        </Text>
      )}
      <Group align="flex-end" wrap="nowrap" mt="sm" pl={70}>
        <TextInput
          ref={nameField}
          label="Panelis baru"
          placeholder="Nama lengkap dengan gelar"
          flex={1}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="Instansi"
          placeholder="Misalnya: LAN RI"
          flex={1}
          maxLength={200}
          value={institution}
          onChange={(event) => setInstitution(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          disabled={name.trim() === ""}
          loading={create.isPending}
        >
          Tambah
        </Button>
      </Group>
      <Text size="sm" pl={70} mt={4} mih={22} c="var(--lencana-open)" role="status">
        {same ? `${same.name} sudah ada sebagai ${same.key}. Tambahkan hanya bila memang orang lain.` : ""}
      </Text>
    </form>
  );
}

function sameName(a: string, b: string): boolean {
  return b.trim() !== "" && plain(a) === plain(b);
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s.,]+/g, " ")
    .trim();
}
