import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { query } from "../../api/client.ts";
import { queryClient } from "../../api/queryClient.ts";

const calmMs = 1_000;

/** Who typed which sheet, read again only once typing has calmed down: every saved value announces a change. */
export function useCalmKeyings(roundId: number, secured: boolean) {
  const options = query.keyings.list.queryOptions({ input: { roundId } });
  const keyings = useQuery({ ...options, enabled: (each) => secured && each.state.data === undefined });
  useEffect(() => {
    if (!secured) return undefined;
    const wanted = query.keyings.list.queryOptions({ input: { roundId } });
    const cache = queryClient.getQueryCache();
    const own = () => cache.find({ queryKey: wanted.queryKey, exact: true });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readWhenCalm = () => {
      if (!own()?.state.isInvalidated) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        void queryClient.fetchQuery({ ...wanted, staleTime: 0 }).catch(() => undefined);
      }, calmMs);
    };
    readWhenCalm();
    const stop = cache.subscribe((event) => {
      if (event.type === "updated" && event.action.type === "invalidate" && event.query === own()) {
        readWhenCalm();
      }
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [roundId, secured]);
  return keyings.data;
}
