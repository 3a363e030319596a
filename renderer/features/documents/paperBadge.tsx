import { IconBan, IconFileCheck, IconFilePencil, IconLock, IconPrinter } from "@tabler/icons-react";
import { StateBadge } from "../../components/StateBadge.tsx";
import { stateWords } from "./papers.ts";
import type { PaperState } from "./papers.ts";

const signs = {
  blocked: { tone: "calm", icon: IconLock },
  draft: { tone: "open", icon: IconFilePencil },
  ready: { tone: "current", icon: IconFileCheck },
  printed: { tone: "done", icon: IconPrinter },
  revoked: { tone: "stop", icon: IconBan },
} as const;

/** The state of a paper: belum bisa, rancangan, siap, tercetak or dicabut. */
export function PaperBadge({ state }: { state: PaperState }) {
  return (
    <StateBadge tone={signs[state].tone} icon={signs[state].icon}>
      {stateWords[state]}
    </StateBadge>
  );
}
