import { useQuery } from "@tanstack/react-query";
import { IconLock } from "@tabler/icons-react";
import { useEffect } from "react";
import { query } from "../../api/client.ts";
import { refresh } from "../../api/queryClient.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { hiddenSentence } from "./embargoWords.ts";
import { useNow } from "./useNow.ts";

/** Stands where winners would be shown while they are under embargo for whoever sits here. */
export function HiddenWinners({ editionId, sealed }: { editionId: number; sealed: boolean }) {
  const declaration = useQuery(query.seals.declaration.queryOptions({ input: { editionId } }));
  const now = useNow();
  const until = declaration.data?.embargoUntil;
  const over = until !== undefined && new Date(until) <= now;
  // Nobody announces that an embargo has ended: whoever waits for it looks again.
  useEffect(() => {
    if (over) void refresh(["results", "seals", "documents"]);
  }, [over]);
  return (
    <section className="panel">
      <EmptyState
        icon={IconLock}
        title="Pemenang belum diumumkan"
        sentence={declaration.isPending ? "" : hiddenSentence(declaration.data ?? null, sealed)}
      />
    </section>
  );
}
