import { Group, Text, Title, UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { Link } from "wouter";
import type { EditionRow } from "../../../electron/contract/editions.ts";
import { longDate } from "../../../electron/domain/indonesian.ts";
import { StateBadge } from "../../components/StateBadge.tsx";
import { dateAndTime } from "../../components/time.ts";
import styles from "./start.module.css";

/** The editions in this computer, the newest year first. */
export function EditionList({ editions }: { editions: EditionRow[] }) {
  const sorted = editions.toSorted((a, b) => b.year - a.year || b.id - a.id);
  return (
    <section aria-labelledby="daftar-edisi">
      <Title order={2} mb="sm" id="daftar-edisi">
        Edisi
      </Title>
      <div className="panel">
        {sorted.map((edition) => (
          <UnstyledButton key={edition.id} component={Link} href={`/e/${edition.id}`} className={styles.row}>
            <span className={styles.year}>{edition.year}</span>
            <div style={{ minWidth: 0 }}>
              <Group gap="xs">
                <Text fw={600} truncate>
                  {edition.title}
                </Text>
                {edition.sample && <StateBadge tone="open">CONTOH</StateBadge>}
              </Group>
              <Text size="sm" c="dimmed" truncate>
                {[edition.theme && `“${edition.theme}”`, edition.venue].filter(Boolean).join(" · ") ||
                  "Tema dan tempat belum diisi"}
              </Text>
            </div>
            <div>
              <Text size="sm" ta="right">
                {edition.ceremonyDate
                  ? `Upacara ${longDate(edition.ceremonyDate)}`
                  : "Tanggal upacara belum diisi"}
              </Text>
              <Text size="sm" c="dimmed" ta="right">
                Terakhir diubah {dateAndTime(edition.updatedAt)}
              </Text>
            </div>
            <IconChevronRight size={18} aria-hidden />
          </UnstyledButton>
        ))}
      </div>
    </section>
  );
}
