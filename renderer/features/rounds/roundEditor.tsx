import { Alert, List, Portal, Skeleton, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { CategoryRow } from "../../../electron/contract/categories.ts";
import type { PanelistRow } from "../../../electron/contract/panelists.ts";
import { roundRules } from "../../../electron/contract/rounds.ts";
import type { RoundRow } from "../../../electron/contract/rounds.ts";
import { openPointsOf } from "../../../electron/domain/roundCheck.ts";
import { query } from "../../api/client.ts";
import { lossOf, problemsOf, sentenceOf } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { ConfirmByName } from "../../components/ConfirmByName.tsx";
import { SavedSign } from "../../components/SavedSign.tsx";
import { useDraft } from "../../components/useDraft.ts";
import { AdvanceSection } from "./advanceSection.tsx";
import { IndicatorsSection } from "./indicatorsSection.tsx";
import { PanelSection } from "./panelSection.tsx";
import { RecusalsSection } from "./recusalsSection.tsx";
import { RoundHeading } from "./roundHeading.tsx";
import { rulesOf, withKnownIds } from "./rulesForm.ts";
import { SummingSection } from "./summingSection.tsx";
import { TieBreakSection } from "./tieBreakSection.tsx";

interface RoundEditorProps {
  category: CategoryRow;
  roundId: number;
  sign: HTMLDivElement | null;
  onRemoved: () => void;
}

/** Everything that decides a round, saved whole as it is typed. */
export function RoundEditor(props: RoundEditorProps) {
  const editionId = useEditionId();
  const round = useQuery(query.rounds.get.queryOptions({ input: { roundId: props.roundId } }));
  const panelists = useQuery(query.panelists.list.queryOptions({ input: { editionId } }));
  const error = round.error ?? panelists.error;
  if (error) return <Text role="alert">{sentenceOf(error)}</Text>;
  if (!round.data || !panelists.data) return <Skeleton height={520} />;
  return <LoadedRound {...props} round={round.data} panelists={panelists.data} />;
}

interface LoadedRoundProps extends RoundEditorProps {
  round: RoundRow;
  panelists: PanelistRow[];
}

function LoadedRound({ category, round, panelists, sign, onRemoved }: LoadedRoundProps) {
  const client = useQueryClient();
  const key = query.rounds.get.queryKey({ input: { roundId: round.id } });
  const saveRules = useMutation(query.rounds.saveRules.mutationOptions({ meta: { handlesError: true } }));
  const draft = useDraft({
    saved: rulesOf(round),
    schema: roundRules,
    save: async (typed) => {
      const rules = withKnownIds(typed, client.getQueryData<RoundRow>(key) ?? round);
      client.setQueryData(key, await saveRules.mutateAsync({ roundId: round.id, rules }));
    },
  });
  const rules = draft.value;
  const failure = draft.state.kind === "failed" ? draft.state.error : null;
  const loss = failure === null ? null : lossOf(failure);
  const place = {
    first: round.position === 0,
    last: round.position === category.rounds.length - 1,
    entries: category.entries.length,
  };
  const openPoints = openPointsOf(
    {
      ...rules,
      panel: rules.panel.map(String),
      tieBreak: [],
      indicators: rules.indicators.map((indicator) => ({ ...indicator, id: indicator.key })),
    },
    place,
  );
  const edit = { rules, onChange: draft.change, onLeave: draft.flush };

  return (
    <>
      {sign && (
        <Portal target={sign}>
          <SavedSign
            state={loss === null ? draft.state : { kind: "waiting" }}
            invalid={Object.keys(draft.problems).length > 0}
            onRetry={draft.flush}
          />
        </Portal>
      )}
      <RoundHeading {...edit} round={round} panelists={panelists} onRemoved={onRemoved} />
      {failure !== null && loss === null && <Refusal error={failure} onRevert={draft.revert} />}
      {openPoints.length > 0 && (
        <Alert
          variant="outline"
          color="yellow"
          icon={<IconAlertTriangle aria-hidden />}
          title="Babak ini belum bisa dinilai"
          styles={{ root: { borderColor: "var(--lencana-open)" }, title: { color: "var(--lencana-open)" } }}
        >
          <List size="sm">
            {openPoints.map((point) => (
              <List.Item key={point}>{point}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <IndicatorsSection {...edit} />
      {rules.kind === "panel" && <PanelSection {...edit} panelists={panelists} />}
      <SummingSection {...edit} first={place.first} />
      <AdvanceSection {...edit} last={place.last} entries={place.entries} />
      <TieBreakSection {...edit} first={place.first} />
      {rules.kind === "panel" && <RecusalsSection round={round} category={category} panelists={panelists} />}
      <ConfirmByName
        opened={loss !== null}
        onClose={draft.revert}
        title="Perubahan ini membuang nilai"
        consequence={failure === null ? "" : sentenceOf(failure)}
        name={round.name}
        nameLabel="nama babak"
        action={`Buang ${loss ?? 0} nilai`}
        onConfirm={async () => {
          const known = withKnownIds(rules, round);
          const saved = await saveRules.mutateAsync({
            roundId: round.id,
            rules: known,
            discardValues: loss ?? 0,
          });
          client.setQueryData(key, saved);
        }}
      />
    </>
  );
}

function Refusal({ error, onRevert }: { error: unknown; onRevert: () => void }) {
  const problems = problemsOf(error);
  return (
    <Alert
      variant="outline"
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={sentenceOf(error)}
      withCloseButton
      closeButtonLabel="Kembalikan ke yang tersimpan"
      onClose={onRevert}
      styles={{ root: { borderColor: "var(--lencana-stop)" }, title: { color: "var(--lencana-stop)" } }}
    >
      {problems.length > 1 && (
        <List size="sm">
          {problems.slice(0, 8).map((problem) => (
            <List.Item key={`${problem.path} ${problem.message}`}>{problem.message}</List.Item>
          ))}
        </List>
      )}
      <Text size="sm" mt={4}>
        Yang diketik masih ada di bawah. Perbaiki, atau tutup pesan ini untuk kembali ke yang tersimpan.
      </Text>
    </Alert>
  );
}
