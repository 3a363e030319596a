import { Button, Group, Skeleton, Text, Title, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconArrowRight } from "@tabler/icons-react";
import { Link } from "wouter";
import type { EditionRow } from "../../../electron/contract/editions.ts";
import { longDateWithWeekday } from "../../../electron/domain/indonesian.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { UncheckedNames } from "../../app/uncheckedNames.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { localDate } from "../../components/time.ts";
import { SecuringInvitation } from "./securingInvitation.tsx";
import { Track } from "./track.tsx";
import styles from "./beranda.module.css";

/** The edition as a track: where it stands, and the one next step. */
export function BerandaPage() {
  const editionId = useEditionId();
  const overview = useQuery(query.editions.overview.queryOptions({ input: { editionId } }));
  if (overview.isError) return <Text role="alert">{sentenceOf(overview.error)}</Text>;
  if (!overview.data) return <Waiting />;
  const { edition, stages, next } = overview.data;
  return (
    <>
      <PageHeader title={edition.title} description={facts(edition)} />
      <section className={styles.next} aria-label="Langkah berikutnya">
        <div>
          <Text size="sm" fw={600} className={styles.kicker}>
            Langkah berikutnya
          </Text>
          <Title order={2}>{next.sentence}</Title>
        </div>
        <Button
          component={Link}
          href={next.route}
          size="md"
          rightSection={<IconArrowRight size={18} aria-hidden />}
        >
          {next.action}
        </Button>
      </section>
      <Title order={2} mt="xl" mb="sm">
        Perjalanan edisi
      </Title>
      <Track stages={stages} />
      <UncheckedNames editionId={editionId} />
      <SecuringInvitation editionId={editionId} />
    </>
  );
}

function facts(edition: EditionRow): string {
  const parts = [
    edition.theme && `Tema “${edition.theme}”`,
    edition.ceremonyDate &&
      `Upacara ${longDateWithWeekday(edition.ceremonyDate)}${countdown(edition.ceremonyDate)}`,
    edition.venue,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" · ") : "Tema, tempat, dan tanggal upacara belum diisi.";
}

const dayMs = 86_400_000;

/** " (12 hari lagi)" until the day itself; nothing afterwards. */
function countdown(date: string): string {
  const days = Math.round((Date.parse(date) - Date.parse(localDate(new Date()))) / dayMs);
  if (days < 0) return "";
  if (days === 0) return " (hari ini)";
  return days === 1 ? " (besok)" : ` (${days} hari lagi)`;
}

function Waiting() {
  return (
    <div>
      <VisuallyHidden component="h1">Membuka edisi…</VisuallyHidden>
      <Skeleton height={32} width={380} />
      <Skeleton height={18} width={520} mt={8} mb="md" />
      <Skeleton height={104} />
      <Group mt="xl">
        <Skeleton height={200} mt={28} />
      </Group>
    </div>
  );
}
