import { Button, Group, List, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconListCheck } from "@tabler/icons-react";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { HashText } from "../../components/HashText.tsx";
import { Section } from "../../components/Section.tsx";
import { StateBadge } from "../../components/StateBadge.tsx";

/** Walks the ledger and holds it against the data; the head is read aloud against the printed one. */
export function IntegritySection({ editionId }: { editionId: number }) {
  const verify = useMutation(query.security.verify.mutationOptions({ meta: { handlesError: true } }));
  const found = verify.data;
  return (
    <Section
      title="Pemeriksaan buku catatan"
      description="Membaca seluruh buku catatan dari awal dan mencocokkannya dengan data yang sekarang: apa pun yang diubah di luar Lencana ditemukan."
      actions={
        <Button
          variant="default"
          style={{ flexShrink: 0 }}
          leftSection={<IconListCheck size={18} aria-hidden />}
          loading={verify.isPending}
          onClick={() => verify.mutate({ editionId })}
        >
          Periksa buku catatan
        </Button>
      }
    >
      <Stack gap="sm" component="output" mih={28}>
        {verify.error && <Text role="alert">{sentenceOf(verify.error)}</Text>}
        {!found && !verify.error && (
          <Text size="sm" c="dimmed">
            Belum diperiksa di jendela ini.
          </Text>
        )}
        {found && (
          <>
            <Group gap="md">
              {found.findings.length === 0 ? (
                <StateBadge tone="done">Utuh</StateBadge>
              ) : (
                <StateBadge tone="stop">{`${found.findings.length} temuan`}</StateBadge>
              )}
              <Text>{found.entries.toLocaleString("id-ID")} catatan dibaca.</Text>
              <Text>
                Kepala buku catatan: <HashText hash={found.shortHead} />
              </Text>
            </Group>
            {found.findings.length > 0 && (
              <List>
                {found.findings.map((finding) => (
                  <List.Item key={finding}>{finding}</List.Item>
                ))}
              </List>
            )}
          </>
        )}
      </Stack>
    </Section>
  );
}
