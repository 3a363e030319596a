import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { IconFileMinus } from "@tabler/icons-react";
import { api, query } from "../../api/client.ts";
import { dateAndTime } from "../../components/time.ts";

/** Sheets that are on paper and no longer right, until somebody says of each that it was taken back. */
export function ToWithdraw({ editionId }: { editionId: number }) {
  const rows = useQuery(query.register.list.queryOptions({ input: { editionId } })).data ?? [];
  const about = rows.filter(({ toWithdraw }) => toWithdraw);
  const withdraw = useMutation({
    mutationFn: (serial: string) => api.register.withdraw({ editionId, serial }),
  });
  if (about.length === 0) return null;
  return (
    <Alert
      color="red"
      icon={<IconFileMinus aria-hidden />}
      title={`Tarik lembar ${about.length} dokumen yang tidak berlaku lagi`}
    >
      <Stack gap="xs">
        {about.map(({ serial, title, seenAt }) => (
          <Group key={serial} justify="space-between" wrap="nowrap">
            <Text size="sm">
              {title}, seri {serial}
              {seenAt !== null && `, dibaca ${dateAndTime(seenAt)}`}
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              style={{ flexShrink: 0 }}
              loading={withdraw.isPending && withdraw.variables === serial}
              onClick={() => withdraw.mutate(serial)}
            >
              Sudah ditarik
            </Button>
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
