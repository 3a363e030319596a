import { Alert, Fieldset, Skeleton, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { OfficeView } from "../../../electron/contract/office.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useAskedField } from "../../app/askedField.ts";
import { useEditionId } from "../../app/edition.tsx";
import { Preparation } from "../../app/preparation.tsx";
import { useSeat } from "../../app/seat.ts";
import { SavedSign } from "../../components/SavedSign.tsx";
import { type KeptDraft, useDraft } from "../../components/useDraft.ts";
import { CeremonySection } from "./ceremonySection.tsx";
import { type DetailsForm, detailsSchema, toForm, toInput } from "./detailsForm.ts";
import { LettersSection } from "./lettersSection.tsx";
import { RoundSection } from "./roundSection.tsx";

/** Persiapan › Surat & acara: what letters, lists, the decree and the ceremony say of the office. */
export function OfficePage() {
  const editionId = useEditionId();
  const office = useQuery(query.office.get.queryOptions({ input: { editionId } }));
  if (office.data) return <LoadedOffice key={editionId} editionId={editionId} office={office.data} />;
  return (
    <Preparation tab="surat-acara">
      {office.isError ? <Text role="alert">{sentenceOf(office.error)}</Text> : <Skeleton height={460} />}
    </Preparation>
  );
}

const keptForms = new Map<number, { value: DetailsForm } | null>();

function keptOf(editionId: number): KeptDraft<DetailsForm> {
  return {
    find: () => keptForms.get(editionId) ?? null,
    put: (typed) => void keptForms.set(editionId, typed),
  };
}

function LoadedOffice({ editionId, office }: { editionId: number; office: OfficeView }) {
  const client = useQueryClient();
  const { may } = useSeat(editionId);
  const save = useMutation(query.office.save.mutationOptions({ meta: { handlesError: true } }));
  const keep = (view: OfficeView) =>
    client.setQueryData(query.office.get.queryKey({ input: { editionId } }), view);
  const draft = useDraft({
    saved: toForm(office),
    schema: detailsSchema,
    kept: keptOf(editionId),
    save: async (form) => keep(await save.mutateAsync({ editionId, ...toInput(form) })),
  });
  const mayChange = may("preparing");
  useAskedField(true);
  return (
    <Preparation
      tab="surat-acara"
      actions={
        <SavedSign
          state={draft.state}
          invalid={Object.keys(draft.problems).length > 0}
          onRetry={draft.flush}
        />
      }
    >
      <Stack gap="lg">
        {!mayChange && <Alert color="gray">Keterangan ini hanya diubah oleh sekretaris.</Alert>}
        <Fieldset variant="unstyled" disabled={!mayChange}>
          <Stack gap="lg">
            <LettersSection draft={draft} />
            {office.rounds.map((event) => (
              <RoundSection key={event.roundId} event={event} onSaved={keep} />
            ))}
            <CeremonySection draft={draft} />
          </Stack>
        </Fieldset>
      </Stack>
    </Preparation>
  );
}
