import { ActionIcon, Group, Table, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { PanelistRow } from "../../../electron/contract/panelists.ts";
import { query } from "../../api/client.ts";
import { notifyError } from "../../api/errors.tsx";
import type { Gelar } from "../../../electron/domain/personName.ts";
import { useEditionId } from "../../app/edition.tsx";
import { NameState } from "../../app/nameStates.tsx";
import { CellInput } from "../../components/CellInput.tsx";
import { notifyUndo } from "../../components/notifyUndo.tsx";
import { useReadOnly } from "../../components/ReadOnlyArea.tsx";
import { TitlesButton } from "../../components/TitlesButton.tsx";
import { rememberSeats, restorePanelist } from "./seats.ts";

/** What of a panelist is saved at once. */
export interface PanelistPart {
  name?: string;
  gelar?: Gelar | null;
  institution?: string | null;
}

interface PanelistRowProps {
  panelist: PanelistRow;
  row: number;
  /** What it signs with; false on an open edition. */
  account: ReactNode;
  onSave: (panelistId: number, part: PanelistPart) => Promise<unknown>;
}

/** One panelist, to be typed over in place or taken out. */
export function PanelistRowView({ panelist, row, account, onSave }: PanelistRowProps) {
  const editionId = useEditionId();
  const readOnly = useReadOnly();
  const remove = useMutation(query.panelists.remove.mutationOptions({ meta: { handlesError: true } }));
  const takeOut = async () => {
    const seats = await rememberSeats(editionId, panelist.id);
    await remove.mutateAsync({ panelistId: panelist.id });
    notifyUndo(`${panelist.name} dihapus dari daftar panelis.`, () =>
      restorePanelist(editionId, panelist, seats),
    );
  };
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {panelist.key}
        </Text>
      </Table.Td>
      <Table.Td>
        <CellInput
          label={`Nama panelis ${panelist.key}`}
          row={row}
          column="name"
          value={panelist.name}
          onCommit={(name) => (name === "" ? "Wajib diisi" : onSave(panelist.id, { name }))}
        />
        <Group gap="xs" px={8}>
          <NameState subject={`panelis/${panelist.key}`} />
          <TitlesButton
            label={`panelis ${panelist.key}`}
            full={panelist.name}
            gelar={panelist.gelar}
            onSave={(name, gelar) => onSave(panelist.id, { name, gelar })}
          />
        </Group>
      </Table.Td>
      <Table.Td>
        <CellInput
          label={`Instansi ${panelist.name}`}
          row={row}
          column="institution"
          placeholder="belum diisi"
          value={panelist.institution ?? ""}
          onCommit={(text) => onSave(panelist.id, { institution: text || null })}
        />
      </Table.Td>
      <Table.Td>
        <Text size="sm" c={panelist.rounds.length > 0 ? undefined : "dimmed"}>
          {panelist.rounds.length > 0 ? panelist.rounds.join(", ") : "belum di panel mana pun"}
        </Text>
      </Table.Td>
      {account !== false && <Table.Td>{account}</Table.Td>}
      <Table.Td>
        {!readOnly && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Hapus ${panelist.name}`}
            loading={remove.isPending}
            onClick={() => void takeOut().catch(notifyError)}
          >
            <IconTrash size={18} />
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
