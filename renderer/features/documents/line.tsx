import { Checkbox } from "@mantine/core";
import type { PaperRow } from "../../../electron/contract/documents.ts";
import { isNumbered } from "../../../electron/domain/paperNumbers.ts";
import classes from "./list.module.css";
import { PaperBadge } from "./paperBadge.tsx";
import type { PaperLine } from "./papers.ts";

/** A line of the list: the heading of a group, or a paper with its number or what is in its way. */
export function PaperListLine({
  id,
  line,
  index,
  active,
  share,
  style,
  measure,
}: {
  id: string;
  line: PaperLine;
  index: number;
  active: boolean;
  /** How much of it is ticked. */
  share: "none" | "some" | "all";
  style: React.CSSProperties;
  /** Titles may take two lines, so each line is measured. */
  measure: (element: HTMLElement | null) => void;
}) {
  const group = line.kind === "group";
  return (
    <div
      ref={measure}
      data-index={index}
      id={id}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={share === "all"}
      className={`${classes.line} ${group ? classes.group : classes.paper}`}
      data-line={index}
      data-active={active || undefined}
      style={style}
    >
      <span role="gridcell" data-tick aria-label={share === "none" ? "tidak dipilih" : "dipilih"}>
        <Checkbox.Indicator
          size="sm"
          checked={share === "all"}
          indeterminate={share === "some"}
          aria-hidden
        />
      </span>
      <span role="gridcell">
        {line.kind === "group" ? (
          <span className={classes.title} title={line.name}>
            {line.heading}
          </span>
        ) : (
          <>
            <span className={classes.title} title={line.paper.title}>
              {line.paper.title}
            </span>
            <span className={classes.second}>
              <PaperBadge state={line.paper.state} />
              <span className={classes.why} title={secondLine(line.paper)}>
                {secondLine(line.paper)}
              </span>
            </span>
          </>
        )}
      </span>
    </div>
  );
}

function secondLine(paper: PaperRow): string {
  if (paper.why !== "") return paper.why;
  const number = paper.number === null ? "Tanpa nomor" : `Nomor ${paper.number}`;
  return [
    // That it went out is no state of its own: printed it is when its sheets were seen.
    paper.state === "ready" && paper.issuedAt !== null ? "Sudah keluar" : null,
    isNumbered(paper.kind) ? number : null,
    paper.paperSize,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}
