import { Checkbox, Group, NumberInput, SegmentedControl, SimpleGrid, Skeleton, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { z } from "zod";
import { roleNames } from "../../../electron/contract/rights.ts";
import { policy as policySchema } from "../../../electron/contract/security.ts";
import type { SecurityView } from "../../../electron/contract/security.ts";
import { query } from "../../api/client.ts";
import { useSeat } from "../../app/seat.ts";
import { SavedSign } from "../../components/SavedSign.tsx";
import { Section } from "../../components/Section.tsx";
import { useDraft } from "../../components/useDraft.ts";
import { policyWords } from "./steps.ts";
import { findSignaturesFault, toggleSigner } from "./policy.ts";

type Policy = z.infer<typeof policySchema>;

const none: Policy = { signatures: 1, signers: [], panelistNames: "named" };
const withSigners = policySchema.refine(
  ({ signers, signatures }) => signers.length > 0 && findSignaturesFault(signatures, signers.length) === null,
);

/** Who signs rule book, seal and correction, and how papers for the outside name panelists. */
export function PolicySection({ view }: { view: SecurityView }) {
  const { editionId } = view;
  const client = useQueryClient();
  const { may } = useSeat(editionId);
  const accounts = useQuery(query.accounts.list.queryOptions()).data;
  const save = useMutation(query.security.savePolicy.mutationOptions({ meta: { handlesError: true } }));
  const draft = useDraft({
    saved: view.policy ?? none,
    schema: withSigners,
    save: async (policy) => {
      const saved = await save.mutateAsync({ editionId, policy });
      client.setQueryData(query.security.get.queryKey({ input: { editionId } }), saved);
    },
  });
  const frozen = view.ruleBooks[0]?.frozenAt != null;
  const fixed = frozen || !may("preparing");
  const { signatures, signers, panelistNames } = draft.value;
  const names = useId();
  const [emptied, setEmptied] = useState(false);
  const wrong = fixed || signers.length === 0 ? null : findSignaturesFault(signatures, signers.length);
  const change = (next: Policy) => draft.change(next);
  const able = (accounts ?? []).filter(
    ({ id, closed, role }) =>
      signers.includes(id) || (!closed && ["secretary", "chair", "verifier"].includes(role)),
  );
  return (
    <Section
      title="Penanda tangan"
      description={
        frozen
          ? "Ditetapkan bersama tata nilai yang berlaku; berubah hanya lewat perubahan tata nilai."
          : "Tata nilai, segel babak, dan koreksi ditandatangani masing-masing dengan PIN sendiri."
      }
      actions={
        <SavedSign
          state={draft.state}
          invalid={Object.keys(draft.problems).length > 0}
          onRetry={draft.flush}
        />
      }
    >
      <Group align="flex-start" gap="xl" wrap="nowrap">
        <Checkbox.Group
          label={`Yang berhak menandatangani (${signers.length})`}
          description="Sekretaris, ketua, atau verifikator."
          error={signers.length === 0 ? "Tunjuk paling sedikit satu orang" : undefined}
          value={signers.map(String)}
          flex={1}
          readOnly={fixed}
        >
          {accounts ? (
            <SimpleGrid cols={2} spacing="xs" mt="xs">
              {able.map(({ id, name, role, closed }) => (
                <Checkbox
                  key={id}
                  value={String(id)}
                  label={name}
                  description={closed ? `${roleNames[role]} · akun ditutup` : roleNames[role]}
                  disabled={fixed}
                  onChange={(event) => change(toggleSigner(draft.value, id, event.currentTarget.checked))}
                />
              ))}
            </SimpleGrid>
          ) : (
            <Skeleton height={60} mt="xs" />
          )}
        </Checkbox.Group>
        <NumberInput
          w={230}
          label="Berapa tanda tangan"
          description={wrong === null ? `Diperlukan ${policyWords(signatures, signers.length)}.` : undefined}
          value={emptied ? "" : signatures}
          error={emptied ? "Isi banyaknya tanda tangan" : wrong}
          onChange={(next) => {
            setEmptied(typeof next !== "number");
            if (typeof next === "number") change({ ...draft.value, signatures: next });
          }}
          onBlur={() => {
            setEmptied(false);
            draft.flush();
          }}
          min={1}
          max={Math.max(1, signers.length)}
          clampBehavior="none"
          allowNegative={false}
          allowDecimal={false}
          disabled={fixed}
        />
        <div style={{ width: 250 }}>
          <Text size="sm" fw={500} id={names}>
            Nama panelis di dokumen keluar
          </Text>
          <Text size="xs" c="dimmed" mb={6}>
            Pada berkas keberatan. Bukti hasil untuk pemeriksa selalu memuat nama.
          </Text>
          <SegmentedControl
            aria-labelledby={names}
            fullWidth
            disabled={fixed}
            data={[
              { value: "named", label: "Bernama" },
              { value: "letters", label: "Panelis A–E" },
            ]}
            value={panelistNames}
            onChange={(next) =>
              change({ ...draft.value, panelistNames: next === "letters" ? "letters" : "named" })
            }
          />
        </div>
      </Group>
    </Section>
  );
}
