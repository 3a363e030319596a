import { Anchor, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconShieldCheck } from "@tabler/icons-react";
import { Link } from "wouter";
import type { SecurityView } from "../../../electron/contract/security.ts";
import { query } from "../../api/client.ts";
import { StateBadge } from "../../components/StateBadge.tsx";
import { dateAndTime } from "../../components/time.ts";
import { nextStep } from "./steps.ts";

const badges = {
  waiting: { tone: "open", word: "Perlu dilengkapi" },
  signing: { tone: "current", word: "Menunggu tanda tangan" },
  inForce: { tone: "done", word: "Tata nilai berlaku" },
} as const;

/** Since when the edition is secured, and what comes next. */
export function Standing({ view, securedAt }: { view: SecurityView; securedAt: string }) {
  const accounts = useQuery(query.accounts.list.queryOptions()).data ?? [];
  const people = accounts.filter(({ closed }) => !closed).length;
  const { state, sentence } = nextStep(view, people);
  const { tone, word } = badges[state];
  return (
    <Group className="panel" p="sm" px="md" gap="md" wrap="nowrap">
      <IconShieldCheck size={30} color="var(--lencana-done)" aria-hidden />
      <div style={{ flex: 1 }}>
        <Text fw={600}>Diamankan {dateAndTime(securedAt)}</Text>
        <Text size="sm">{sentence}</Text>
      </div>
      <StateBadge tone={tone}>{word}</StateBadge>
      <Anchor component={Link} href="/pengaturan" size="sm">
        {people} pengguna
      </Anchor>
    </Group>
  );
}
