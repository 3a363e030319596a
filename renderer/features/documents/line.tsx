import { Checkbox } from "@mantine/core";
import type { PaperRow } from "../../../electron/contract/documents.ts";
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
}: {
  id: string;
  line: PaperLine;
  index: number;
  active: boolean;
  /** How much of it is ticked. */
  share: "none" | "some" | "all";
  style: React.CSSProperties;
}) {
  const group = line.kind === "group";
  return (
    <div
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
      {line.kind === "group" ? (
        <span role="gridcell" className={classes.title} aria-colspan={2}>
          {line.name}
        </span>
      ) : (
        <>
          <span role="gridcell">
            <span className={classes.title} style={{ display: "block" }} title={line.paper.title}>
              {line.paper.title}
            </span>
            <span className={classes.second} style={{ display: "block" }} title={secondLine(line.paper)}>
              {secondLine(line.paper)}
            </span>
          </span>
          <span role="gridcell">
            <PaperBadge state={line.paper.state} />
          </span>
        </>
      )}
    </div>
  );
}

function secondLine(paper: PaperRow): string {
  if (paper.why !== "") return paper.why;
  const number = paper.number === null ? "Tanpa nomor" : `Nomor ${paper.number}`;
  return `${number} · ${paper.paperSize}`;
}
