import { Anchor, Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AccountRow } from "../../../electron/contract/accounts.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { isUsable, noPin } from "../../components/newPin.ts";
import { NewPinFields } from "../../components/NewPinFields.tsx";
import { OneTimeCode } from "../../components/OneTimeCode.tsx";
import { recoveryWords } from "./recoveryWords.ts";

/** What somebody does who has forgotten their PIN: the printed code gives a new one, and nothing else does. */
export function Recovery({ accountId, onDone }: { accountId: number; onDone: () => void }) {
  const accounts = useQuery(query.accounts.list.queryOptions());
  const account = accounts.data?.find(({ id }) => id === accountId);
  return (
    <Stack gap="md">
      <Title order={1} id="pintu">
        Lupa PIN
      </Title>
      {accounts.isError && <Text role="alert">{sentenceOf(accounts.error)}</Text>}
      {account ? (
        <ByCode account={account} onDone={onDone} />
      ) : (
        <Anchor component="button" type="button" size="sm" onClick={onDone}>
          Kembali
        </Anchor>
      )}
    </Stack>
  );
}

function ByCode({ account, onDone }: { account: AccountRow; onDone: () => void }) {
  const [code, setCode] = useState("");
  const [typed, setTyped] = useState(noPin);
  const recover = useMutation(
    query.accounts.recover.mutationOptions({
      meta: { handlesError: true },
      onSuccess: () => setTyped(noPin),
    }),
  );
  if (recover.data) {
    return (
      <OneTimeCode
        code={recover.data.recoveryCode}
        title={`Kode pemulihan Lencana untuk ${account.name}`}
        sentences={[
          `PIN baru ${account.name} sudah berlaku. Kode pemulihan yang lama tidak dapat dipakai lagi.`,
          "Ini penggantinya, dan hanya ditampilkan sekali. Simpan di tempat terkunci, terpisah dari komputer ini.",
        ]}
        onDone={onDone}
      />
    );
  }
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (isUsable(typed) && !recover.isPending)
          recover.mutate({ accountId: account.id, code, newPin: typed.pin });
      }}
    >
      <Stack gap="md">
        <Text>
          <strong>{account.name}</strong>, ambil kode pemulihan Anda yang tercetak, lalu pilih PIN baru.
        </Text>
        <Text size="sm" c="dimmed">
          Kode pun hilang? Tidak ada yang dapat mengganti PIN Anda: {whoHelps(account)} menutup akun ini dan
          membuat yang baru, di Pengaturan, Pengguna.
        </Text>
        <TextInput
          label="Kode pemulihan"
          description="Huruf besar atau kecil, dengan atau tanpa tanda hubung."
          value={code}
          onChange={(event) => {
            setCode(event.currentTarget.value);
            if (recover.isError) recover.reset();
          }}
          error={recover.error && recoveryWords(sentenceOf(recover.error))}
          maxLength={100}
          spellCheck={false}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
          ref={focusOnce}
        />
        <NewPinFields value={typed} onChange={setTyped} />
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" onClick={onDone}>
            Kembali
          </Anchor>
          <Button type="submit" loading={recover.isPending} disabled={code.trim() === "" || !isUsable(typed)}>
            Pakai kode dan ganti PIN
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function whoHelps({ role }: AccountRow): string {
  return role === "secretary" ? "sekretaris lain" : "sekretaris";
}

/** The form replaces another under the same focus, so its first field takes it. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
