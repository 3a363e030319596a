import {
  IconAlertCircle,
  IconCircle,
  IconCircleCheckFilled,
  IconClock,
  IconPlayerPlayFilled,
} from "@tabler/icons-react";
import type { Icon } from "@tabler/icons-react";
import styles from "./StateBadge.module.css";

export type StateTone = "done" | "open" | "stop" | "calm" | "current";

const icons: Record<StateTone, Icon> = {
  done: IconCircleCheckFilled,
  open: IconClock,
  stop: IconAlertCircle,
  calm: IconCircle,
  current: IconPlayerPlayFilled,
};

interface StateBadgeProps {
  /** done: finished · open: being worked on · stop: something is in the way · calm: not yet · current: here we are. */
  tone: StateTone;
  children: string;
  /** Instead of the tone's own. */
  icon?: Icon;
}

/** A state as icon and word, so that the colour is never the only sign. */
export function StateBadge({ tone, children, icon }: StateBadgeProps) {
  const BadgeIcon = icon ?? icons[tone];
  return (
    <span className={styles.badge} data-tone={tone}>
      <BadgeIcon size={14} aria-hidden />
      {children}
    </span>
  );
}
