import { Anchor, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { query } from "../api/client.ts";

/** One calm line while printed names have not been checked by a second person; nothing once they all are. */
export function UncheckedNames({ editionId }: { editionId: number }) {
  const names = useQuery(query.nameChecks.list.queryOptions({ input: { editionId } }));
  const open = names.data?.filter(({ check }) => check === null).length ?? 0;
  if (open === 0) return null;
  return (
    <Text size="sm" c="dimmed" my="xs">
      {open} nama belum diperiksa orang kedua.{" "}
      <Anchor component={Link} href={`/e/${editionId}/persiapan/nama`} size="sm">
        Periksa nama sebelum piagam dicetak
      </Anchor>
    </Text>
  );
}
