import { IconCheck, IconCircle, IconPointFilled } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Overview } from "../../../electron/contract/editions.ts";
import styles from "./beranda.module.css";

const signs = {
  done: { icon: IconCheck, word: "Selesai" },
  current: { icon: IconPointFilled, word: "Sedang berjalan" },
  waiting: { icon: IconCircle, word: "Belum" },
} as const;

/** The stages of the edition from left to right; each leads to where it is worked on. */
export function Track({ stages }: { stages: Overview["stages"] }) {
  return (
    <ol className={styles.track}>
      {stages.map((stage) => {
        const { icon: Sign, word } = signs[stage.state];
        return (
          <li key={stage.key} data-state={stage.state}>
            <Link
              href={stage.route}
              className={styles.stage}
              aria-current={stage.state === "current" ? "step" : undefined}
            >
              <span className={styles.dot}>
                <Sign size={18} aria-hidden />
              </span>
              <span className={styles.label}>{stage.label}</span>
              <span className={styles.state}>{word}</span>
              <span className={styles.detail}>{stage.detail}</span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
