import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { IconLock } from "@tabler/icons-react";
import { useEffect } from "react";
import { roleNames } from "../../../electron/contract/rights.ts";
import { query } from "../../api/client.ts";
import type { Person } from "../../api/door.ts";
import { signOut } from "../../api/session.ts";
import { PinField } from "../../components/PinField.tsx";
import { usePinEntry } from "./usePinEntry.ts";

interface LockProps {
  person: Person;
  /** Why it is locked, where the server said so. */
  sentence: string | null;
  onForgotten: (accountId: number) => void;
}

/** The page waits behind it, with all that was typed, for the PIN of the one who sits here. */
export function Lock({ person, sentence, onForgotten }: LockProps) {
  const { pin, field, running, refusal, type, submit } = usePinEntry(person.id);
  const accounts = useQuery({ ...query.accounts.list.queryOptions(), staleTime: 0 });
  const closed = accounts.data?.find(({ id }) => id === person.id)?.closed ?? false;
  const change = useMutation({ mutationFn: signOut });

  useEffect(() => {
    document.title = "Terkunci · Lencana";
    field.current?.focus();
  }, [field]);

  return (
    <form onSubmit={submit} autoComplete="off">
      <Stack gap="md">
        <div>
          <Group gap={8}>
            <IconLock size={24} aria-hidden />
            <Title order={1} id="pintu">
              Terkunci
            </Title>
          </Group>
          <Text>
            <strong>{person.name}</strong>, {roleNames[person.role]}
          </Text>
          <Text c="dimmed" size="sm">
            {sentence ?? "Halaman dan isian Anda tetap ada. Masukkan PIN Anda untuk melanjutkan."}
          </Text>
        </div>
        {!closed && (
          <>
            <PinField ref={field} label={`PIN ${person.name}`} value={pin} onChange={type} error={refusal} />
            <Button type="submit" size="md" loading={running} disabled={pin === ""}>
              Buka kunci
            </Button>
          </>
        )}
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" onClick={() => change.mutate()}>
            Ganti pengguna
          </Anchor>
          {!closed && (
            <Anchor component="button" type="button" size="sm" onClick={() => onForgotten(person.id)}>
              Lupa PIN
            </Anchor>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          Bila pengguna diganti, isian di halaman ini yang belum bertanda “Tersimpan” hilang.
        </Text>
      </Stack>
    </form>
  );
}
