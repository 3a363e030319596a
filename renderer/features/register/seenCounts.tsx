import { Stack, Text } from "@mantine/core";
import { listInWords } from "../../../electron/domain/indonesian.ts";
import type { SeenCount } from "../../../electron/contract/register.ts";
import { StateBadge } from "../../components/StateBadge.tsx";

const mostNamed = 5;

/** "12 dari 15 piagam tercetak; kurang: …", group by group. */
export function SeenCounts({ counts }: { counts: readonly SeenCount[] }) {
  if (counts.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Belum ada piagam, berita acara, Keputusan, atau naskah yang siap dicetak.
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      {counts.map(({ group, what, called, seen, typed, missing, outdated }) => (
        <div key={`${what} ${group}`}>
          <Text size="xs" c="dimmed">
            {group}
          </Text>
          <StateBadge tone={missing.length === 0 ? "done" : "open"}>
            {`${seen} dari ${called} ${what.toLocaleLowerCase("id")} tercetak`}
          </StateBadge>
          {typed > 0 && (
            <Text size="sm">{`${typed} di antaranya hanya menurut nomor seri yang diketik.`}</Text>
          )}
          {outdated.length > 0 && (
            <Text size="sm">Isinya berubah sejak dicetak: {namedIn(outdated)}. Cetak ulang lembarnya.</Text>
          )}
          {missing.length > 0 && <Text size="sm">Kurang: {namedIn(missing)}.</Text>}
        </div>
      ))}
    </Stack>
  );
}

function namedIn(papers: readonly { title: string; lacking?: readonly number[]; why?: string }[]): string {
  const rest = papers.length > mostNamed ? `; dan ${papers.length - mostNamed} lainnya` : "";
  return `${papers
    .slice(0, mostNamed)
    .map(({ title, lacking = [], why = "" }) => {
      if (lacking.length > 0) return `${title} (halaman ${listInWords(lacking.map(String))})`;
      return why === "" ? title : `${title} (belum bisa dicetak: ${why.replace(/\.$/, "")})`;
    })
    .join("; ")}${rest}`;
}
