import { SimpleGrid, Skeleton, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { EditionRow } from "../../../electron/contract/editions.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { Preparation, usePreparingLock } from "../../app/preparation.tsx";
import { SavedSign } from "../../components/SavedSign.tsx";
import { type KeptDraft, useDraft } from "../../components/useDraft.ts";
import { EditionActs } from "./editionActs.tsx";
import { type EditionForm, editionFormSchema, toFields, toForm } from "./editionForm.ts";
import { EditionFormFields } from "./editionFormFields.tsx";

/** Persiapan › Edisi: what the edition is called, where and when, and who signs. */
export function EditionPage() {
  const editionId = useEditionId();
  const edition = useQuery(query.editions.get.queryOptions({ input: { editionId } }));
  if (edition.data) return <LoadedEdition key={editionId} edition={edition.data} />;
  return (
    <Preparation tab="edisi">
      {edition.isError ? <Text role="alert">{sentenceOf(edition.error)}</Text> : <Skeleton height={460} />}
    </Preparation>
  );
}

const keptForms = new Map<number, { value: EditionForm } | null>();

function keptOf(editionId: number): KeptDraft<EditionForm> {
  return {
    find: () => keptForms.get(editionId) ?? null,
    put: (typed) => void keptForms.set(editionId, typed),
  };
}

function LoadedEdition({ edition }: { edition: EditionRow }) {
  const client = useQueryClient();
  const lock = usePreparingLock(edition.id);
  const update = useMutation(query.editions.update.mutationOptions({ meta: { handlesError: true } }));
  const draft = useDraft({
    saved: toForm(edition),
    schema: editionFormSchema,
    kept: keptOf(edition.id),
    save: async (form) => {
      const saved = await update.mutateAsync({ editionId: edition.id, fields: toFields(form) });
      client.setQueryData(query.editions.get.queryKey({ input: { editionId: edition.id } }), saved);
    },
  });
  return (
    <Preparation
      tab="edisi"
      actions={
        <SavedSign
          state={draft.state}
          invalid={Object.keys(draft.problems).length > 0}
          onRetry={draft.flush}
        />
      }
    >
      <Stack gap="lg">
        <SimpleGrid cols={2} spacing="lg" className="panel" p="lg" style={{ alignItems: "start" }}>
          <EditionFormFields draft={draft} named={lock?.scope === "rules"} />
        </SimpleGrid>
        <EditionActs edition={edition} />
      </Stack>
    </Preparation>
  );
}
