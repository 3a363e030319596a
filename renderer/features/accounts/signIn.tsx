import { Anchor, Button, Group, Skeleton, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { roleNames } from "../../../electron/contract/rights.ts";
import type { AccountRow } from "../../../electron/contract/accounts.ts";
import { door, query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { goTo } from "../../app/hashLocation.ts";
import { PinField } from "../../components/PinField.tsx";
import styles from "./door.module.css";
import { findLastAccount } from "./lastAccount.ts";
import { usePinEntry } from "./usePinEntry.ts";

interface SignInProps {
  /** Why one is asked, as the server says. */
  sentence: string | null;
  onForgotten: (accountId: number) => void;
}

/** Choose a name, type its PIN. */
export function SignIn({ sentence, onForgotten }: SignInProps) {
  const accounts = useQuery({ ...query.accounts.list.queryOptions(), staleTime: 0 });
  const open = (accounts.data ?? []).filter(({ closed }) => !closed);
  const [touched, setTouched] = useState<number | null>(null);
  const chosen = open.find(({ id }) => id === (touched ?? findLastAccount())) ?? null;
  const entry = usePinEntry(chosen?.id ?? null);
  const { field } = entry;

  useEffect(() => {
    document.title = "Masuk · Lencana";
  }, []);
  const ready = accounts.data !== undefined;
  useEffect(() => {
    if (ready) field.current?.focus();
  }, [ready, field]);

  return (
    <form onSubmit={entry.submit} autoComplete="off">
      <Stack gap="md">
        <div>
          <Title order={1} id="pintu">
            Masuk
          </Title>
          <Text c="dimmed">{sentence ?? "Pilih nama Anda, lalu ketik PIN."}</Text>
        </div>
        {accounts.isError && <Text role="alert">{sentenceOf(accounts.error)}</Text>}
        {accounts.isPending && <Skeleton height={130} />}
        {accounts.data && (
          <Names accounts={open} chosen={chosen?.id ?? null} onChoose={setTouched} field={field} />
        )}
        <PinField
          ref={field}
          label={chosen ? `PIN ${chosen.name}` : "PIN"}
          description={chosen ? undefined : "Pilih nama dulu."}
          value={entry.pin}
          onChange={entry.type}
          error={entry.refusal}
        />
        <Button type="submit" size="md" loading={entry.running} disabled={!chosen || entry.pin === ""}>
          Masuk
        </Button>
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" onClick={leave}>
            Ke daftar edisi
          </Anchor>
          {chosen && (
            <Anchor component="button" type="button" size="sm" onClick={() => onForgotten(chosen.id)}>
              Lupa PIN
            </Anchor>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** Without signing in: the list of editions is anybody's. */
function leave(): void {
  goTo("/");
  door.turnAway();
}

interface NamesProps {
  accounts: AccountRow[];
  chosen: number | null;
  onChoose: (accountId: number) => void;
  field: React.RefObject<HTMLInputElement | null>;
}

function Names({ accounts, chosen, onChoose, field }: NamesProps) {
  return (
    <fieldset className={styles.names} style={{ margin: 0, padding: 0 }}>
      <VisuallyHidden component="legend">Nama</VisuallyHidden>
      {accounts.map(({ id, name, role }) => (
        <label key={id} className={styles.name} data-checked={id === chosen || undefined}>
          <input
            type="radio"
            name="nama"
            checked={id === chosen}
            onChange={() => onChoose(id)}
            // A click goes on to the PIN; arrow keys stay in the list.
            onClick={(event) => event.detail > 0 && field.current?.focus()}
          />
          <Text span fw={600}>
            {name}
          </Text>
          <Text span size="sm" c="dimmed" ml="auto">
            {roleNames[role]}
          </Text>
        </label>
      ))}
    </fieldset>
  );
}
