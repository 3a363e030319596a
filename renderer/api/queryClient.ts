import { MutationCache, QueryClient } from "@tanstack/react-query";
import { findCode, notifyError } from "./errors.tsx";

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

/** Reads everything of these nouns again, and the edition's overview, which depends on all of them. */
export async function refresh(nouns: string[] | "all"): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => {
      const path = queryKey[0];
      if (!Array.isArray(path)) return false;
      if (nouns === "all" || nouns.includes(String(path[0]))) return true;
      return path[0] === "editions" && path[1] === "overview";
    },
  });
}

function nounOf(mutationKey: readonly unknown[] | undefined): string[] | "all" {
  const path = mutationKey?.[0];
  return Array.isArray(path) ? [String(path[0])] : "all";
}
