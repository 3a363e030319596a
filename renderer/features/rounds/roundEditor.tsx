import { Button, Group, Portal, Skeleton, Text } from "@mantine/core";
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
import { ReadOnlyArea } from "../../components/ReadOnlyArea.tsx";
import { ReadOnlyNote } from "../../components/ReadOnlyNote.tsx";
import { SavedSign } from "../../components/SavedSign.tsx";
import { useDraft } from "../../components/useDraft.ts";
import { AdvanceSection } from "./advanceSection.tsx";
import { IndicatorsSection } from "./indicatorsSection.tsx";
import { PanelSection } from "./panelSection.tsx";
import { RecusalsSection } from "./recusalsSection.tsx";
import { RoundHeading } from "./roundHeading.tsx";
import { rulesOf, withKnownIds } from "./rulesForm.ts";
import { StatementsSection } from "./statementsSection.tsx";
import { SummingSection } from "./summingSection.tsx";
import { TieBreakSection } from "./tieBreakSection.tsx";
import styles from "./rulesPage.module.css";

const shownProblems = 5;

interface RoundEditorProps {
  category: CategoryRow;
  roundId: number;
  /** The rule book is signed: its part of the round can only be read. */
  frozen: boolean;
  /** Nothing of the round changes any more. */
  sealed: boolean;
  sign: HTMLDivElement | null;
  /** Where it is said what keeps the round from being scored: beside the work, so that nothing is pushed about. */
  aside: HTMLDivElement | null;
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

function LoadedRound(props: LoadedRoundProps) {
  const { category, round, panelists, frozen, sealed, sign, aside, onRemoved } = props;
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
            brief
          />
        </Portal>
      )}
      {aside && (
        <Portal target={aside}>
          <OpenPoints points={openPoints} />
        </Portal>
      )}
      {sealed && !frozen && (
        <ReadOnlyNote sentence="Babak ini sudah disegel, jadi aturan, panel, dan catatan berhalangannya tetap." />
      )}
      <ReadOnlyArea on={frozen || sealed}>
        <RoundHeading {...edit} round={round} panelists={panelists} onRemoved={onRemoved} />
        <IndicatorsSection {...edit} />
        {rules.kind === "panel" && <PanelSection {...edit} panelists={panelists} />}
        <SummingSection {...edit} first={place.first} />
        <AdvanceSection {...edit} last={place.last} entries={place.entries} />
        <TieBreakSection {...edit} first={place.first} />
      </ReadOnlyArea>
      {rules.kind === "panel" && (
        <ReadOnlyArea on={sealed}>
          <RecusalsSection round={round} category={category} panelists={panelists} />
        </ReadOnlyArea>
      )}
      <StatementsSection
        round={round}
        panelists={panelists}
        labelOf={(entryId) => category.entries.find(({ id }) => id === entryId)?.label ?? ""}
      />
      {failure !== null && loss === null && <Refusal error={failure} onRevert={draft.revert} />}
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

/** What keeps the round from being scored. */
function OpenPoints({ points }: { points: string[] }) {
  return (
    <output className={styles.open} aria-label="Yang masih kurang">
      {points.length > 0 && (
        <>
          <Group gap={6} wrap="nowrap" align="flex-start">
            <IconAlertTriangle size={18} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
            <Text size="sm" fw={600}>
              Babak ini belum bisa dinilai
            </Text>
          </Group>
          <ul>
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </>
      )}
    </output>
  );
}

function Refusal({ error, onRevert }: { error: unknown; onRevert: () => void }) {
  const problems = problemsOf(error);
  return (
    <div className={styles.refusal} role="alert">
      <Text fw={600} size="sm">
        {sentenceOf(error)}
      </Text>
      {problems.length > 1 && (
        <ul>
          {problems.slice(1, shownProblems).map((problem) => (
            <li key={`${problem.path} ${problem.message}`}>{problem.message}</li>
          ))}
          {problems.length > shownProblems && <li>dan {problems.length - shownProblems} lainnya</li>}
        </ul>
      )}
      <Group mt="xs" justify="space-between">
        <Text size="sm">Yang diketik masih ada. Perbaiki, atau kembali ke yang tersimpan.</Text>
        <Button size="compact-sm" variant="default" onClick={onRevert}>
          Kembalikan ke yang tersimpan
        </Button>
      </Group>
    </div>
  );
}
