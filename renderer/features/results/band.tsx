import { IconRosetteDiscountCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./band.module.css";
import type { RoundStanding } from "./standing.ts";

/** Says above a ranking whether it is a preview or settled; the two differ in shape, words and colour. */
export function StandingBand({ standing, action }: { standing: RoundStanding; action?: ReactNode }) {
  return (
    <div className={classes.band} data-tone={standing.tone} role="status">
      {standing.tone === "preview" ? (
        <span className={classes.ribbon}>RANCANGAN</span>
      ) : (
        <IconRosetteDiscountCheck size={32} aria-hidden />
      )}
      <div className={classes.words}>
        <p className={classes.title}>{standing.title}</p>
        <p className={classes.detail}>{standing.detail}</p>
      </div>
      {action}
    </div>
  );
}
