import { Button, Group, List, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { IconFileText, IconPencilPlus, IconSignature } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import type { SecurityView } from "../../../electron/contract/security.ts";
import { query } from "../../api/client.ts";
import { useSeat } from "../../app/seat.ts";
import { Section } from "../../components/Section.tsx";
import { AmendDialog } from "./amendDialog.tsx";
import { RuleBookTable } from "./ruleBookTable.tsx";
import { SignRuleBook } from "./signRuleBook.tsx";
import { policyWords } from "./steps.ts";

/** The rule book with its versions: what is signed, by whom, what is in the way, and the next act. */
export function RuleBookSection({ view }: { view: SecurityView }) {
  const { editionId, ruleBooks, openPoints, signing } = view;
  const { may, account } = useSeat(editionId);
  const [dialog, setDialog] = useState<"sign" | "amend" | null>(null);
  const client = useQueryClient();
  const drop = useMutation(query.security.dropAmendment.mutationOptions());
  const keep = (saved: SecurityView) =>
    client.setQueryData(query.security.get.queryKey({ input: { editionId } }), saved);
  const [newest] = ruleBooks;
  if (!newest) return null;
  const open = newest.frozenAt === null;
  const named = account !== null && (signing?.signers.includes(account.id) ?? false);
  const signed = account !== null && newest.signatures.some(({ accountId }) => accountId === account.id);
  return (
    <Section
      title="Tata nilai"
      description="Bobot, skala, pembulatan, penentu seri, kuorum, penghargaan, cara mengetik, dan penanda tangan dalam satu dokumen."
      actions={
        <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
          {may("printing") && (
            <Button
              component={Link}
              href={`/e/${editionId}/dokumen?key=${encodeURIComponent(`ruleBook/${newest.version}`)}`}
              variant="default"
              leftSection={<IconFileText size={18} aria-hidden />}
            >
              Lihat PDF
            </Button>
          )}
          {open && named && !signed && (
            <Button
              leftSection={<IconSignature size={18} aria-hidden />}
              disabled={openPoints.length > 0}
              onClick={() => setDialog("sign")}
            >
              Tanda tangani
            </Button>
          )}
          {open && newest.version > 1 && may("preparing") && (
            <Button
              variant="default"
              loading={drop.isPending}
              onClick={() => drop.mutate({ editionId }, { onSuccess: keep })}
            >
              Batalkan perubahan
            </Button>
          )}
          {!open && may("preparing") && (
            <Button
              variant="default"
              leftSection={<IconPencilPlus size={18} aria-hidden />}
              onClick={() => setDialog("amend")}
            >
              Ubah tata nilai…
            </Button>
          )}
        </Group>
      }
    >
      <Stack gap="sm">
        {openPoints.length > 0 && (
          <div>
            <Text size="sm" fw={600}>
              Belum dapat ditandatangani karena:
            </Text>
            <List size="sm">
              {openPoints.map((point) => (
                <List.Item key={point}>{point}</List.Item>
              ))}
            </List>
          </div>
        )}
        <RuleBookTable view={view} />
        {open && newest.version > 1 && signing && (
          <Text size="sm">
            Perubahan ini ditandatangani {policyWords(signing.signatures, signing.signers.length)} yang
            ditunjuk tata nilai versi {newest.version - 1}, juga bila penanda tangannya diganti di sini.
          </Text>
        )}
        {open && signed && (
          <Text size="sm" c="dimmed">
            Anda sudah menandatangani versi ini; menunggu penanda tangan lain.
          </Text>
        )}
        {open && may("signing") && !named && (
          <Text size="sm" c="dimmed">
            Anda belum ditunjuk sebagai penanda tangan, jadi tombol tanda tangan tidak ada di sini.
          </Text>
        )}
      </Stack>
      <SignRuleBook view={view} opened={dialog === "sign"} onClose={() => setDialog(null)} />
      <AmendDialog view={view} opened={dialog === "amend"} onClose={() => setDialog(null)} />
    </Section>
  );
}
