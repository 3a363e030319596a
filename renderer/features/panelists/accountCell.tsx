import { Select } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { PanelistRow } from "../../../electron/contract/panelists.ts";
import { query } from "../../api/client.ts";
import { useEditionId } from "../../app/edition.tsx";
import { useSeat } from "../../app/seat.ts";

interface AccountCellProps {
  panelist: PanelistRow;
  panelists: PanelistRow[];
}

/** The account a panelist signs with: a viewer's that no other panelist has. */
export function AccountCell({ panelist, panelists }: AccountCellProps) {
  const editionId = useEditionId();
  const client = useQueryClient();
  const { may } = useSeat(editionId);
  const accounts = useQuery(query.accounts.list.queryOptions());
  const setAccount = useMutation(
    query.panelists.setAccount.mutationOptions({
      onSuccess: (saved) =>
        client.setQueryData<PanelistRow[]>(query.panelists.list.queryKey({ input: { editionId } }), (rows) =>
          rows?.map((row) => (row.id === saved.id ? saved : row)),
        ),
    }),
  );
  const taken = new Set(panelists.filter(({ id }) => id !== panelist.id).map(({ accountId }) => accountId));
  const choices = (accounts.data ?? []).filter(
    ({ id, role, closed }) => id === panelist.accountId || (role === "viewer" && !closed && !taken.has(id)),
  );
  return (
    <Select
      aria-label={`Akun ${panelist.name}`}
      size="xs"
      placeholder="tanpa akun"
      data={choices.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={panelist.accountId === null ? null : String(panelist.accountId)}
      nothingFoundMessage="Buat akun pengamat di Pengaturan, Pengguna"
      clearable={may("preparing")}
      searchable={may("preparing")}
      disabled={!may("preparing")}
      onChange={(value) =>
        setAccount.mutate({ panelistId: panelist.id, accountId: value === null ? null : Number(value) })
      }
    />
  );
}
