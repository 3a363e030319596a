import { MutationCache, notifyManager, QueryClient } from "@tanstack/react-query";
import { clearError, findCode, notifyError } from "./errors.tsx";

declare module "@tanstack/react-query" {
  interface Register {
    mutationMeta: {
      /** The caller shows the failure itself, beside what was typed. */
      handlesError?: boolean;
    };
  }
}

/** One cache a window. A failure that the caller does not show itself always ends in a sentence on screen. */
export const queryClient = new QueryClient({
  mutationCache: new MutationCache({
    onMutate: clearError,
    onError: (error, _variables, _result, mutation) => {
      if (!mutation.meta?.handlesError) notifyError(error);
    },
    onSettled: (_data, _error, _variables, _result, mutation) => {
      if (!watch.standing) void refresh(nounOf(mutation.options.mutationKey));
    },
  }),
  defaultOptions: {
    queries: {
      // Changes arrive through the watch, so data is fresh until it says otherwise.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      retry: (failures, error) => findCode(error) === null && failures < 2,
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});

/** Whether changes of the server reach this window by themselves; without it a change refreshes on its own. */
export const watch = { standing: false };

/**
 * Resolves when what was just put into the cache stands on the screen: it tells its readers a moment later. Only then
 * may what was typed give way to what is saved.
 */
export function cacheShown(): Promise<void> {
  return new Promise((resolve) => notifyManager.schedule(resolve));
}

/** Pictures and fixed lists: read again when next opened, not each time a name beside them is typed. */
const heavy = new Set([
  "regions.headPicture",
  "settings.emblem",
  "regions.catalogue",
  "rounds.indicatorLibrary",
]);

/** They tell what papers would say now, which any noun may change. */
const ofEverything = new Set(["editions.overview", "register.list", "register.counts", "register.patterns"]);

/** Reads everything of these nouns again, and what depends on all of them. */
export async function refresh(nouns: string[] | "all"): Promise<void> {
  const touched = (path: readonly unknown[]) =>
    nouns === "all" || nouns.includes(String(path[0])) || ofEverything.has(path.join("."));
  const weighs = (path: readonly unknown[]) => heavy.has(path.join("."));
  await Promise.all([
    queryClient.invalidateQueries({
      refetchType: "none",
      predicate: ({ queryKey: [path] }) => Array.isArray(path) && touched(path) && weighs(path),
    }),
    queryClient.invalidateQueries({
      predicate: ({ queryKey: [path] }) => Array.isArray(path) && touched(path) && !weighs(path),
    }),
  ]);
}

function nounOf(mutationKey: readonly unknown[] | undefined): string[] | "all" {
  const path = mutationKey?.[0];
  return Array.isArray(path) ? [String(path[0])] : "all";
}
