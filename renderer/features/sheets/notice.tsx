import {
  IconAlertTriangle,
  IconCircleCheck,
  IconEyeOff,
  IconHelpCircle,
  IconLock,
  type Icon,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./notice.module.css";

const icons: Record<NoticeProps["kind"], Icon> = {
  locked: IconLock,
  asks: IconHelpCircle,
  refused: IconAlertTriangle,
  blind: IconEyeOff,
  done: IconCircleCheck,
};

interface NoticeProps {
  /** locked: nothing can be typed yet · asks: an answer is wanted · refused: it was not done · blind: how it is typed · done: one's own part is. */
  kind: "locked" | "asks" | "refused" | "blind" | "done";
  title: string;
  children?: ReactNode;
}

/** A sentence that stands in the way, with what belongs to it. */
export function Notice({ kind, title, children }: NoticeProps) {
  const NoticeIcon = icons[kind];
  return (
    <div className={styles.notice} data-kind={kind} role={kind === "refused" ? "alert" : "note"}>
      <NoticeIcon size={20} aria-hidden className={styles.icon} />
      <div className={styles.body}>
        <strong>{title}</strong>
        {children}
      </div>
    </div>
  );
}
