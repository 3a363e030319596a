import { Anchor, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconShieldLock } from "@tabler/icons-react";
import { Link } from "wouter";
import { query } from "../../api/client.ts";

/** Below the track of an edition that anybody may still change; a secured one needs no word. */
export function SecuringInvitation({ editionId }: { editionId: number }) {
  const security = useQuery(query.security.get.queryOptions({ input: { editionId } })).data;
  if (!security || security.securedAt !== null) return null;
  return (
    <Group component="aside" mt="md" gap="sm" wrap="nowrap" aria-label="Pengamanan">
      <IconShieldLock size={22} color="var(--lencana-calm)" aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm" c="dimmed">
        Edisi ini terbuka: siapa pun di komputer ini dapat mengubahnya. Sebelum penilaian yang sebenarnya,{" "}
        <Anchor component={Link} href={`/e/${editionId}/persiapan/pengamanan`} size="sm">
          amankan edisi
        </Anchor>{" "}
        agar hasilnya dapat dibuktikan.
      </Text>
    </Group>
  );
}
