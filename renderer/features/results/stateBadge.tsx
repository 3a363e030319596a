import { IconArrowUpRight, IconAward, IconScale } from "@tabler/icons-react";
import { StateBadge } from "../../components/StateBadge.tsx";
import type { RowState } from "./ranking.ts";

/** The state of an entry in its round, as icon and words; nothing where there is nothing to say. */
export function RowStateBadge({ state }: { state: RowState }) {
  if (state.kind === "missing") return <StateBadge tone="open">{state.words}</StateBadge>;
  const sign = signs[state.kind];
  return (
    sign && (
      <StateBadge tone={sign.tone} icon={sign.icon}>
        {sign.words}
      </StateBadge>
    )
  );
}

const signs = {
  undecided: { tone: "stop", icon: IconScale, words: "Seri, belum diputuskan" },
  advances: { tone: "done", icon: IconArrowUpRight, words: "Lolos" },
  recipient: { tone: "done", icon: IconAward, words: "Penerima" },
  plain: null,
} as const;
