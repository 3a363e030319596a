import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconCheck, IconCircleDashed } from "@tabler/icons-react";
import { createContext, useContext, useMemo } from "react";
import type { ReactNode } from "react";
import type { CheckedName } from "../../electron/contract/nameChecks.ts";
import { query } from "../api/client.ts";

const Names = createContext<ReadonlyMap<string, CheckedName>>(new Map());

/** Gives the fields within it what is known of the checks of their names. */
export function NameStates({ editionId, children }: { editionId: number; children: ReactNode }) {
  const names = useQuery(query.nameChecks.list.queryOptions({ input: { editionId } }));
  const bySubject = useMemo(() => new Map(names.data?.map((name) => [name.subject, name])), [names.data]);
  return <Names value={bySubject}>{children}</Names>;
}

/** Whether a second person has checked a name: "diperiksa Budi", "belum diperiksa". */
export function NameState({ subject }: { subject: string }) {
  const name = useContext(Names).get(subject);
  if (!name) return null;
  return <NameSign name={name} />;
}

/** The same of a name that is at hand. */
export function NameSign({ name: { check, former } }: { name: CheckedName }) {
  const Sign = check ? IconCheck : IconCircleDashed;
  return (
    <Text
      component="span"
      size="xs"
      c={check ? "var(--lencana-done)" : "dimmed"}
      style={{ display: "inline-flex", alignItems: "center", gap: 3 }}
      title={former ? `${former.checker} memeriksa yang tertulis sebelumnya` : undefined}
    >
      <Sign size={13} aria-hidden />
      {check ? `diperiksa ${check.checker}` : former ? "diubah, belum diperiksa lagi" : "belum diperiksa"}
    </Text>
  );
}
