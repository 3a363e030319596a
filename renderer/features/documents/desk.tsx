import { useCallback, useMemo, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import type { PaperRow } from "../../../electron/contract/documents.ts";
import { isNumbered } from "../../../electron/domain/paperNumbers.ts";
import { notifyError } from "../../api/errors.tsx";
import { PaperList } from "./list.tsx";
import { MarkDialog } from "./markDialog.tsx";
import type { Marking } from "./markDialog.tsx";
import classes from "./page.module.css";
import { PaperPane } from "./paper.tsx";
import { actsOn, filterPapers, paperLines } from "./papers.ts";
import type { PaperFilter } from "./papers.ts";
import type { Selection } from "./selection.ts";
import { UnmarkDialog } from "./unmarkDialog.tsx";
import { useMaking } from "./useMaking.ts";
import type { Made } from "./useMaking.ts";

/** The list and the paper beside it, with what is ticked and which paper is shown. */
export function PaperDesk({ editionId, papers }: { editionId: number; papers: readonly PaperRow[] }) {
  const [filter, setFilter] = useState<PaperFilter>({ search: "", state: "all", kind: "all" });
  const shown = useMemo(() => filterPapers(papers, filter), [papers, filter]);
  const lines = useMemo(() => paperLines(shown), [shown]);
  const { activeKey, setActiveKey, ticked, setTicked } = useShownPaper();
  const [marking, setMarking] = useState<Marking | null>(null);
  const [writeNumber, setWriteNumber] = useState(false);
  const desk = useRef<HTMLDivElement>(null);
  const making = useMaking(editionId);
  const [unmarking, setUnmarking] = useState<PaperRow[]>([]);

  // The paper stays on the desk while a filter hides it from the list.
  const paper = papers.find((each) => each.key === activeKey) ?? firstPaper(lines) ?? papers[0];
  const chosen = useMemo(() => papers.filter((each) => ticked.has(each.key)), [papers, ticked]);
  const hidden = chosen.length - shown.filter((each) => ticked.has(each.key)).length;
  const selection = useMemo(() => new Set(chosen.map((each) => each.key)), [chosen]);

  const onNumberFocused = useCallback(() => setWriteNumber(false), []);
  const nextNumber = () => {
    const place = shown.findIndex((each) => each.key === paper?.key);
    const next = shown.slice(place + 1).find((each) => isNumbered(each.kind));
    if (!next) return;
    setActiveKey(next.key);
    setWriteNumber(true);
  };
  const onPrinted = (sent: Made) => {
    const printed = actsOn(papers.filter((each) => sent.keys.includes(each.key))).toMark;
    if (printed.length > 0) setMarking({ papers: printed, sent });
  };
  const callOff = (sent: Made) => {
    setMarking(null);
    making.callOff(sent).catch(notifyError);
  };

  if (!paper) return null;
  return (
    <div ref={desk} className={classes.panes}>
      <section className={`panel ${classes.list}`} aria-label="Daftar dokumen">
        <PaperList
          papers={papers}
          lines={lines}
          shownCount={shown.length}
          filter={filter}
          onFilter={setFilter}
          activeKey={paper.key}
          onActive={setActiveKey}
          selection={selection}
          hiddenCount={hidden}
          onSelect={setTicked}
          onOpen={() => desk.current?.querySelector<HTMLElement>("[data-pages]")?.focus()}
          onEdit={() => setWriteNumber(isNumbered(paper.kind))}
        />
      </section>
      <PaperPane
        editionId={editionId}
        paper={paper}
        chosen={chosen}
        making={making}
        writeNumber={writeNumber}
        onNumberFocused={onNumberFocused}
        onNextNumber={nextNumber}
        onWriteNumber={() => setWriteNumber(true)}
        onPrinted={onPrinted}
        onMark={(which, printed) =>
          printed ? setMarking({ papers: which, sent: null }) : setUnmarking(which)
        }
        onShow={setActiveKey}
      />
      <MarkDialog
        checking={`/e/${editionId}/dokumen/register`}
        marking={marking}
        onCallOff={callOff}
        onClose={() => setMarking(null)}
      />
      <UnmarkDialog editionId={editionId} papers={unmarking} onClose={() => setUnmarking([])} />
    </div>
  );
}

/**
 * The paper shown and those ticked. An address that asks for a paper shows it alone; what is then chosen by hand takes
 * the question out of the address, so that asking for the same paper again is heard.
 */
function useShownPaper() {
  const [params, setParams] = useSearchParams();
  const asked = params.get("key");
  const [heard, setHeard] = useState(asked);
  const [activeKey, setActiveKey] = useState(asked);
  const [ticked, setTicked] = useState<Selection>(new Set());
  if (asked !== heard) {
    setHeard(asked);
    if (asked !== null) {
      setActiveKey(asked);
      setTicked(new Set());
    }
  }
  const answered = useCallback(() => {
    if (asked !== null) setParams({}, { replace: true });
  }, [asked, setParams]);
  return {
    activeKey,
    ticked,
    setActiveKey: useCallback(
      (key: string) => {
        setActiveKey(key);
        answered();
      },
      [answered],
    ),
    setTicked: useCallback(
      (next: Selection) => {
        setTicked(next);
        answered();
      },
      [answered],
    ),
  };
}

/** Score sheets run to a page an entry and are rarely what one comes for, so the first other paper is shown. */
function firstPaper(lines: ReturnType<typeof paperLines>): PaperRow | undefined {
  const papers = lines.flatMap((line) => (line.kind === "paper" ? [line.paper] : []));
  return papers.find(({ kind }) => kind !== "blankSheet" && kind !== "scoreSheet") ?? papers[0];
}
