import { Button, Group, Modal, Select, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AccountRow } from "../../../electron/contract/accounts.ts";
import { api, query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { signedIn } from "../../api/session.ts";
import { isUsable, noPin } from "../../components/newPin.ts";
import { NewPinFields } from "../../components/NewPinFields.tsx";
import { PinField } from "../../components/PinField.tsx";

interface SecureDialogProps {
  editionId: number;
  opened: boolean;
  onClose: () => void;
  /** With the recovery code, or null where the secretary has one already. */
  onSecured: (recoveryCode: string | null) => void;
}

/** Name and PIN of the secretary, who from then on is signed in at this window. */
export function SecureDialog(props: SecureDialogProps) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size="lg"
      title={<Text fw={600}>Amankan edisi</Text>}
    >
      <WithAccounts {...props} />
    </Modal>
  );
}

function WithAccounts(props: SecureDialogProps) {
  const accounts = useQuery(query.accounts.list.queryOptions());
  if (accounts.isError) return <Text role="alert">{sentenceOf(accounts.error)}</Text>;
  if (!accounts.data) return <Skeleton height={220} />;
  const open = accounts.data.filter(({ closed }) => !closed);
  return open.length === 0 ? (
    <FirstSecretary {...props} />
  ) : (
    <KnownSecretary {...props} secretaries={open.filter(({ role }) => role === "secretary")} />
  );
}

/** Secures, and follows the server in who now sits here. */
function useSecure({ editionId, onSecured }: SecureDialogProps) {
  const client = useQueryClient();
  return useMutation(
    query.security.secure.mutationOptions({
      meta: { handlesError: true },
      onSuccess: async ({ view, recoveryCode }) => {
        signedIn(await api.accounts.session());
        client.setQueryData(query.security.get.queryKey({ input: { editionId } }), view);
        onSecured(recoveryCode);
      },
    }),
  );
}

function FirstSecretary(props: SecureDialogProps) {
  const [secretary, setSecretary] = useState("");
  const [typed, setTyped] = useState(noPin);
  const secure = useSecure(props);
  const ready = secretary.trim() !== "" && isUsable(typed);
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !secure.isPending)
          secure.mutate({ editionId: props.editionId, secretary: secretary.trim(), pin: typed.pin });
      }}
    >
      <Stack>
        <Text size="sm">
          Anda menjadi sekretaris edisi ini. Setelah diamankan tampil kode pemulihan untuk dicetak, bila suatu
          saat PIN terlupa.
        </Text>
        <TextInput
          label="Nama sekretaris"
          description="Lengkap, seperti akan tercatat dan tercetak."
          value={secretary}
          onChange={(event) => setSecretary(event.currentTarget.value)}
          maxLength={200}
          data-autofocus
        />
        <NewPinFields label="PIN" value={typed} onChange={setTyped} />
        <Ending error={secure.error} running={secure.isPending} ready={ready} onClose={props.onClose} />
      </Stack>
    </form>
  );
}

function KnownSecretary(props: SecureDialogProps & { secretaries: AccountRow[] }) {
  const { secretaries, editionId, onClose } = props;
  const [secretary, setSecretary] = useState(secretaries[0]?.name ?? null);
  const [pin, setPin] = useState("");
  const secure = useSecure(props);
  const ready = secretary !== null && pin !== "";
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !secure.isPending) secure.mutate({ editionId, secretary, pin });
      }}
    >
      <Stack>
        <Text size="sm">
          Di komputer ini sudah ada pengguna. Sekretaris mengamankan edisi ini dengan PIN yang sama; kode
          pemulihannya tidak berubah, kecuali bila belum punya.
        </Text>
        <Select
          label="Nama sekretaris"
          data={secretaries.map(({ name }) => name)}
          value={secretary}
          onChange={setSecretary}
          allowDeselect={false}
        />
        <PinField
          value={pin}
          onChange={(next) => {
            setPin(next);
            if (secure.isError) secure.reset();
          }}
          data-autofocus
        />
        <Ending error={secure.error} running={secure.isPending} ready={ready} onClose={onClose} />
      </Stack>
    </form>
  );
}

interface EndingProps {
  error: unknown;
  running: boolean;
  ready: boolean;
  onClose: () => void;
}

function Ending({ error, running, ready, onClose }: EndingProps) {
  return (
    <>
      {error !== null && (
        <Text role="alert" size="sm" c="var(--lencana-stop)">
          {sentenceOf(error)}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} disabled={running}>
          Batal
        </Button>
        <Button type="submit" loading={running} disabled={!ready}>
          Amankan edisi
        </Button>
      </Group>
    </>
  );
}
