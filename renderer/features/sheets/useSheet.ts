import { useQuery } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { queryClient } from "../../api/queryClient.ts";
import { gridOptions, type SheetName, sheetStoreOf } from "./sheetServer.ts";

/** A large grid is read again less eagerly: 514 × 100 is a megabyte. */
const calmMs = { small: 150, large: 1_000 };
const largeCells = 5_000;

/** One grid as it stands on the server and in this window, followed while the page is open. */
export function useSheet({ roundId, panelistId }: SheetName) {
  const store = sheetStoreOf({ roundId, panelistId });
  const state = useSyncExternalStore(store.subscribe, store.state);
  const options = gridOptions({ roundId, panelistId });
  // Every saved value announces a change; reading the whole grid again for each would hold up typing. So the query
  // is read by itself only the first time, and again once changes have calmed down and nothing waits to be saved.
  const grid = useQuery({ ...options, enabled: (each) => each.state.data === undefined });

  useEffect(() => {
    const name = { roundId, panelistId };
    const cache = queryClient.getQueryCache();
    const { queryKey } = gridOptions(name);
    const own = () => cache.find({ queryKey, exact: true });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readWhenCalm = () => {
      const found = own();
      if (!found?.state.isInvalidated || found.state.data === undefined) return;
      clearTimeout(timer);
      const data = queryClient.getQueryData(gridOptions(name).queryKey);
      const cells = data ? data.rows.length * data.indicators.length : 0;
      timer = setTimeout(
        () => {
          if (store.unsaved() > 0) readWhenCalm();
          else void queryClient.fetchQuery({ ...gridOptions(name), staleTime: 0 }).catch(() => undefined);
        },
        cells > largeCells ? calmMs.large : calmMs.small,
      );
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
  }, [roundId, panelistId, store]);

  return { grid, store, state };
}
