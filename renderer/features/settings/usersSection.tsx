import { Button, Skeleton, Table, Text, VisuallyHidden } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { IconBan, IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { AccountRow } from "../../../electron/contract/accounts.ts";
import { roleNames } from "../../../electron/contract/rights.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useDoor, useSession } from "../../api/session.ts";
import { ConfirmByName } from "../../components/ConfirmByName.tsx";
import { OneTimeCodeDialog } from "../../components/OneTimeCodeDialog.tsx";
import { Section } from "../../components/Section.tsx";
import { StateBadge } from "../../components/StateBadge.tsx";
import { AddUserDialog } from "./addUserDialog.tsx";

const description =
  "Setiap orang punya nama, peran, dan PIN sendiri. Pengguna berlaku untuk semua edisi di komputer ini.";
const lostBoth =
  "Yang lupa PIN memakai kode pemulihannya. Bila kodenya pun hilang, tutup akunnya dan buat yang baru.";

/** Who may sign in on this computer; the secretary adds and closes, and can set nobody's PIN. */
export function UsersSection() {
  const session = useSession();
  const { person } = useDoor();
  if (!session) return <Skeleton height={140} />;
  if (session.secured) return <Users secretary={person?.role === "secretary"} />;
  return (
    <Section title="Pengguna">
      <Text c="dimmed">
        Belum diperlukan: tidak ada edisi yang diamankan. Pengguna pertama, sekretaris, dibuat di Persiapan,
        Pengamanan.
      </Text>
    </Section>
  );
}

function Users({ secretary }: { secretary: boolean }) {
  const client = useQueryClient();
  const accounts = useQuery(query.accounts.list.queryOptions());
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<{ name: string; recoveryCode: string } | null>(null);
  const [closing, setClosing] = useState<AccountRow | null>(null);
  const close = useMutation(
    query.accounts.close.mutationOptions({
      meta: { handlesError: true },
      onSuccess: (list) => client.setQueryData(query.accounts.list.queryKey(), list),
    }),
  );
  return (
    <Section
      title="Pengguna"
      description={`${description} ${secretary ? lostBoth : "Hanya sekretaris yang dapat mengubahnya."}`}
      actions={
        secretary && (
          <Button
            variant="default"
            style={{ flexShrink: 0 }}
            leftSection={<IconUserPlus size={18} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            Tambah pengguna…
          </Button>
        )
      }
    >
      {accounts.isError && <Text role="alert">{sentenceOf(accounts.error)}</Text>}
      {accounts.isPending && <Skeleton height={120} />}
      {accounts.data && (
        <Table aria-label="Pengguna">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Nama</Table.Th>
              <Table.Th w={160}>Peran</Table.Th>
              <Table.Th w={160}>Keadaan</Table.Th>
              <Table.Th w={160}>
                <VisuallyHidden>Tindakan</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {accounts.data.map((account) => (
              <UserRow
                key={account.id}
                account={account}
                mayChange={secretary && !account.closed}
                onClose={() => setClosing(account)}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <AddUserDialog
        opened={adding}
        onClose={() => setAdding(false)}
        onAdded={(name, recoveryCode) => setAdded({ name, recoveryCode })}
      />
      <OneTimeCodeDialog
        code={added?.recoveryCode ?? null}
        title={`Kode pemulihan ${added?.name ?? ""}`}
        paperTitle={`Kode pemulihan Lencana untuk ${added?.name ?? ""}`}
        sentences={[
          "Bila PIN-nya terlupa, hanya kode ini yang dapat menggantinya; sekretaris pun tidak dapat. Kode ini ditampilkan sekali saja.",
          "Serahkan tercetak kepada orangnya, dalam amplop tertutup. Begitu ia memilih PIN sendiri lewat “Ganti PIN”, terbit kode baru yang hanya diketahuinya, dan kode ini tidak berlaku lagi.",
        ]}
        onDone={() => setAdded(null)}
      />
      <ConfirmByName
        opened={closing !== null}
        onClose={() => setClosing(null)}
        title={`Tutup akun ${closing?.name ?? ""}`}
        consequence="Akun ini tidak dapat masuk lagi, juga di jendela yang sedang dipakainya, dan tidak dapat dibuka kembali. Semua yang sudah dikerjakannya tetap tercatat atas namanya."
        name={closing?.name ?? ""}
        nameLabel="nama pengguna"
        action="Tutup akun"
        onConfirm={() => close.mutateAsync({ accountId: closing?.id ?? 0 })}
      />
    </Section>
  );
}

interface UserRowProps {
  account: AccountRow;
  mayChange: boolean;
  onClose: () => void;
}

function UserRow({ account, mayChange, onClose }: UserRowProps) {
  const { name, role, closed } = account;
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td>{roleNames[role]}</Table.Td>
      <Table.Td>
        {closed ? (
          <StateBadge tone="calm" icon={IconBan}>
            Ditutup
          </StateBadge>
        ) : (
          <StateBadge tone="done">Dapat masuk</StateBadge>
        )}
      </Table.Td>
      <Table.Td ta="right">
        {mayChange && (
          <Button size="compact-sm" variant="default" aria-label={`Tutup akun ${name}`} onClick={onClose}>
            Tutup akun…
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
