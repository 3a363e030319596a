import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { roleNames } from "../../../electron/contract/rights.ts";
import type { SecurityView } from "../../../electron/contract/security.ts";
import { query } from "../../api/client.ts";
import { useOverview } from "../../app/edition.tsx";
import { useSeat } from "../../app/seat.ts";
import { SigningDialog } from "../../components/SigningDialog.tsx";
import { signatureEffect } from "./steps.ts";

interface SignRuleBookProps {
  view: SecurityView;
  opened: boolean;
  onClose: () => void;
}

/** One's name and PIN under the open rule book as it stood when the dialog was opened. */
export function SignRuleBook({ view, opened, onClose }: SignRuleBookProps) {
  const { editionId, ruleBooks, signing, presentHash } = view;
  const client = useQueryClient();
  const { account } = useSeat(editionId);
  const title = useOverview()?.edition.title ?? "";
  const sign = useMutation(query.security.signRuleBook.mutationOptions({ meta: { handlesError: true } }));
  const [read, setRead] = useState<string | null>(null);
  if (opened && read === null && presentHash !== null) setRead(presentHash);
  if (!opened && read !== null) setRead(null);
  const [newest] = ruleBooks;
  if (!account || !newest) return null;
  return (
    <SigningDialog
      opened={opened}
      onClose={onClose}
      title="Tanda tangani tata nilai"
      what={`Tata nilai ${title}, versi ${newest.version}`}
      hash={read}
      who={`${account.name}, ${roleNames[account.role]}`}
      consequence={signatureEffect(newest.signatures.length, signing?.signatures ?? 1)}
      action="Tanda tangani"
      disabled={newest.frozenAt !== null}
      onSign={async (pin) => {
        const saved = await sign.mutateAsync({ editionId, hash: read ?? "", pin });
        client.setQueryData(query.security.get.queryKey({ input: { editionId } }), saved);
      }}
    />
  );
}
