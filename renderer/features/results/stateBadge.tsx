import { IconArrowUpRight, IconAward, IconClock, IconScale } from "@tabler/icons-react";
import { StateBadge } from "../../components/StateBadge.tsx";
import type { RowState } from "./ranking.ts";

/** The state of an entry in its round, as icon and words; while the round is a preview it never looks settled. */
export function RowStateBadge({ state, final }: { state: RowState; final: boolean }) {
  const sign = signs[state.kind];
  if (sign === null) return null;
  const settled = final || sign.tone !== "done";
  return (
    <StateBadge tone={settled ? sign.tone : "calm"} icon={sign.icon}>
      {settled ? sign.words : `${sign.words} sementara`}
    </StateBadge>
  );
}

const signs = {
  missing: { tone: "open", icon: IconClock, words: "Belum lengkap" },
  undecided: { tone: "stop", icon: IconScale, words: "Seri, belum diputuskan" },
  advances: { tone: "done", icon: IconArrowUpRight, words: "Lolos" },
  recipient: { tone: "done", icon: IconAward, words: "Penerima" },
  plain: null,
} as const;
