import { Anchor, Button, Group, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { z } from "zod";
import type { NameFindingRow, preflight as preflightSchema } from "../../../electron/contract/nameChecks.ts";
import { query } from "../../api/client.ts";
import { useSeat } from "../../app/seat.ts";
import { Section } from "../../components/Section.tsx";
import { StateBadge, type StateTone } from "../../components/StateBadge.tsx";
import styles from "./names.module.css";
import { RightAllTheSame } from "./rightAllTheSame.tsx";

interface FindingsProps {
  editionId: number;
  preflight: z.infer<typeof preflightSchema>;
  /** Who looks, where nobody is signed in; empty while not said. */
  by: string | null;
}

const severities: Record<NameFindingRow["severity"], { tone: StateTone; word: string }> = {
  stop: { tone: "stop", word: "Harus dibetulkan" },
  look: { tone: "open", word: "Perlu dilihat" },
  note: { tone: "calm", word: "Catatan" },
};

/** What may be wrong with printed names, gravest first; what somebody has looked at stands folded away. */
export function Findings({ editionId, preflight: { findings, earlier }, by }: FindingsProps) {
  const open = findings.filter(({ seen }) => seen === null);
  const notes = open.filter(({ severity }) => severity === "note");
  const shown = notes.length > fewNotes ? open.filter(({ severity }) => severity !== "note") : open;
  const seen = findings.filter((finding) => finding.seen !== null);
  const against = earlier
    ? `Dibandingkan dengan ${earlier.title} (${earlier.year}).`
    : "Belum ada edisi tahun sebelumnya untuk dibandingkan.";
  return (
    <Section
      title="Sebelum dicetak"
      description={`Ejaan, spasi, huruf yang mirip, gelar, dan ukuran huruf pada piagam diperiksa sendiri oleh Lencana. ${against}`}
      actions={<Counts findings={open} />}
    >
      {shown.length === 0 ? (
        <Text>Tidak ada yang harus dibetulkan atau perlu dilihat.</Text>
      ) : (
        <List editionId={editionId} findings={shown} by={by} />
      )}
      {notes.length > fewNotes && <Folded editionId={editionId} findings={notes} by={by} words="catatan" />}
      {seen.length > 0 && <Folded editionId={editionId} findings={seen} by={by} words="yang sudah dilihat" />}
    </Section>
  );
}

/** So many notes still stand beside what presses; more are folded away. */
const fewNotes = 5;

interface ListProps {
  editionId: number;
  findings: NameFindingRow[];
  by: string | null;
}

function Folded({ words, ...list }: ListProps & { words: string }) {
  const [shown, setShown] = useState(false);
  return (
    <div>
      <Button variant="subtle" size="xs" mt="sm" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? "Sembunyikan" : "Tampilkan"} {list.findings.length} {words}
      </Button>
      {shown && <List {...list} />}
    </div>
  );
}

function Counts({ findings }: { findings: NameFindingRow[] }) {
  return (
    <Group gap="xs" wrap="nowrap">
      {Object.entries(severities).flatMap(([severity, { tone, word }]) => {
        const count = findings.filter((finding) => finding.severity === severity).length;
        return count === 0
          ? []
          : [<StateBadge key={severity} tone={tone}>{`${count} ${word.toLowerCase()}`}</StateBadge>];
      })}
    </Group>
  );
}

function List({ editionId, findings, by }: ListProps) {
  const { may } = useSeat(editionId);
  const see = useMutation(query.nameChecks.see.mutationOptions());
  return (
    <ul className={styles.list}>
      {findings.map((finding) => {
        const { subject, rule, sentence, severity, route, seen } = finding;
        const { tone, word } = severities[severity];
        return (
          <li key={`${subject} ${rule}`} className={styles.finding}>
            <div className={styles.badge}>
              <StateBadge tone={tone}>{word}</StateBadge>
            </div>
            <div className={styles.sentence}>
              <Text size="sm">{sentence}</Text>
              {seen && (
                <Text size="xs" c="dimmed">
                  {seen.reason === null
                    ? `sudah dilihat ${seen.viewer}`
                    : `dibiarkan ${seen.viewer}: ${seen.reason}`}
                </Text>
              )}
            </div>
            <Anchor component={Link} href={route} size="sm" aria-label={`Ke isian: ${sentence}`}>
              Ke isian
            </Anchor>
            {severity === "stop" && seen === null ? (
              <RightAllTheSame
                disabled={by === "" || !may("checking")}
                hint={by === "" ? "Tulis dulu nama pemeriksa di atas" : undefined}
                onReason={(reason) =>
                  see.mutate({ editionId, subject, rule, sentence, seen: true, by, reason })
                }
              />
            ) : (
              <Button
                variant="default"
                size="compact-sm"
                disabled={by === "" || !may("checking")}
                title={by === "" ? "Tulis dulu nama pemeriksa di atas" : undefined}
                onClick={() => see.mutate({ editionId, subject, rule, sentence, seen: seen === null, by })}
              >
                {seen ? "Tampilkan lagi" : "Sudah dilihat"}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
