import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { SecurityView } from "../../../electron/contract/security.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { policyWords } from "./steps.ts";

interface AmendDialogProps {
  view: SecurityView;
  opened: boolean;
  onClose: () => void;
}

/** Opens the next version of the rule book, with its reason. */
export function AmendDialog(props: AmendDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={<Text fw={600}>Ubah tata nilai</Text>}>
      <AmendForm {...props} />
    </Modal>
  );
}

function AmendForm({ view, onClose }: AmendDialogProps) {
  const { editionId, policy } = view;
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const amend = useMutation(
    query.security.amendRuleBook.mutationOptions({
      meta: { handlesError: true },
      onSuccess: (saved) => {
        client.setQueryData(query.security.get.queryKey({ input: { editionId } }), saved);
        onClose();
      },
    }),
  );
  const next = (view.ruleBooks[0]?.version ?? 0) + 1;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim().length > 2 && !amend.isPending) amend.mutate({ editionId, reason });
      }}
    >
      <Stack>
        <Text>
          Ini membuka versi {next}. Sampai versi {next} ditandatangani{" "}
          {policyWords(policy?.signatures ?? 1, policy?.signers.length ?? 1)}, tidak ada nilai yang dapat
          diketik. Babak yang sudah disegel tidak berubah, dan versi {next - 1} tetap dapat dibaca.
        </Text>
        <Textarea
          label="Alasan perubahan"
          description="Tercatat di buku catatan dan tercetak pada tata nilai."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={amend.error && sentenceOf(amend.error)}
          maxLength={2000}
          autosize
          minRows={3}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={amend.isPending}>
            Batal
          </Button>
          <Button type="submit" loading={amend.isPending} disabled={reason.trim().length < 3}>
            Buka versi {next}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
