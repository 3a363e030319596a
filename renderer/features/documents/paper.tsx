import { Group, Text, Title } from "@mantine/core";
import { useCallback, useRef } from "react";
import { AppError } from "../../../electron/contract/errors.ts";
import type { PaperRow } from "../../../electron/contract/documents.ts";
import { notifyError } from "../../api/errors.tsx";
import { dateAndTime } from "../../components/time.ts";
import { PaperActions } from "./actions.tsx";
import { PaperDetailsForm } from "./details.tsx";
import { ManyDetailsForm } from "./manyDetails.tsx";
import { MakingOutcomeNote } from "./outcome.tsx";
import classes from "./page.module.css";
import { PaperBadge } from "./paperBadge.tsx";
import { actsOn } from "./papers.ts";
import { PaperPreview } from "./preview.tsx";
import type { Made, Making, MakingOutcome, Said } from "./useMaking.ts";

/** The paper at hand, or all that are ticked: state, details and acts above, the PDF of the active one below. */
export function PaperPane({
  editionId,
  paper,
  chosen,
  making,
  writeNumber,
  onNumberFocused,
  onNextNumber,
  onWriteNumber,
  onPrinted,
  onMark,
  onShow,
}: {
  editionId: number;
  paper: PaperRow;
  /** Ticked papers; acts are on these when there are any. */
  chosen: readonly PaperRow[];
  making: Making;
  writeNumber: boolean;
  onNumberFocused: () => void;
  onNextNumber: () => void;
  onWriteNumber: () => void;
  onPrinted: (made: Made) => void;
  onMark: (papers: PaperRow[], printed: boolean) => void;
  onShow: (key: string) => void;
}) {
  const many = chosen.length > 0;
  const at = many ? chosen : [paper];
  const makeAgain = async (
    { papers, to, said: before }: Extract<MakingOutcome, { kind: "again" | "names" }>,
    said: Said,
  ) => {
    const made = await making.make(papers, to, { ...before, ...said });
    if (to === "printer" && made.keys.length > 0) onPrinted(made);
  };
  const words = many ? manyWords(chosen) : oneWords(paper);
  const settles = useRef(async () => true);
  const onSettle = useCallback((settle: () => Promise<boolean>) => {
    settles.current = settle;
  }, []);
  const make: Making["make"] = async (...given) => {
    if (many || (await settles.current())) return await making.make(...given);
    notifyError(new AppError("CONFLICT", unsettledNumber));
    onWriteNumber();
    return { keys: [], runs: [] };
  };
  return (
    <section className={`panel ${classes.paper}`} aria-label={many ? "Dokumen terpilih" : "Dokumen"}>
      <div className={classes.head}>
        <Group gap="sm" wrap="nowrap">
          <Title order={2} size="h3" lineClamp={1} title={many ? undefined : paper.title}>
            {many ? `${chosen.length} dokumen dipilih` : paper.title}
          </Title>
          {!many && <PaperBadge state={paper.state} />}
        </Group>
        {/* One line has its room always, so that little moves; what is to be done is never cut. */}
        <Text size="sm" c="dimmed" lineClamp={2} mih="1.5em" title={words}>
          {words}
        </Text>
        <div className={classes.acts}>
          {making.job.progress ?? (
            <PaperActions papers={at} making={{ ...making, make }} onPrinted={onPrinted} onMark={onMark} />
          )}
        </div>
        {making.outcome && asksOf(making.outcome, at) && (
          <MakingOutcomeNote
            outcome={making.outcome}
            onShow={onShow}
            editionId={editionId}
            onAgain={(again, said) => void makeAgain(again, said)}
            onClose={making.forget}
          />
        )}
        {many ? (
          <ManyDetailsForm
            key={chosen.map((each) => each.key).join(" ")}
            editionId={editionId}
            papers={chosen}
          />
        ) : (
          <PaperDetailsForm
            key={paper.key}
            editionId={editionId}
            paper={paper}
            focusNumber={writeNumber}
            onNumberFocused={onNumberFocused}
            onNext={onNextNumber}
            onSettle={onSettle}
          />
        )}
      </div>
      <PaperPreview editionId={editionId} paper={paper} />
    </section>
  );
}

/** A question is asked only while the papers it is about are at hand: its answer sends those out. */
function asksOf(outcome: MakingOutcome, at: readonly PaperRow[]): boolean {
  return !("papers" in outcome) || outcome.papers.every(({ key }) => at.some((one) => one.key === key));
}

const unsettledNumber =
  "Dokumen belum dikeluarkan karena nomornya belum tersimpan. Betulkan nomornya, lalu ulangi.";

function oneWords(paper: PaperRow): string {
  if (paper.why !== "") return paper.why;
  if (paper.state === "printed" && paper.printedAt !== null) {
    return `Lembarnya dibaca ${dateAndTime(paper.printedAt)}.`;
  }
  if (paper.state === "ready" && paper.issuedAt !== null) {
    return `Sudah keluar ${dateAndTime(paper.issuedAt)}, lembarnya belum dibaca.`;
  }
  return paper.why;
}

function manyWords(papers: readonly PaperRow[]): string {
  const { blocked, drafts } = actsOn(papers);
  const parts = [
    blocked.length > 0 && `${blocked.length} belum bisa dibuat dan dilewati`,
    drafts.length > 0 && `${drafts.length} masih rancangan, dan bertulisan begitu`,
  ].filter((part) => part !== false);
  const able = parts.length === 0 ? "Semuanya dapat dibuat." : `${parts.join("; ")}.`;
  const handed = papers.filter(({ kind }) => kind === "charter").length > 1;
  return handed ? `${able} Piagam berurut penyerahan.` : able;
}
