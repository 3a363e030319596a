import { useSyncExternalStore } from "react";

interface NavigateOptions {
  replace?: boolean;
  state?: unknown;
}

/**
 * Path and question both live behind the `#`, so that a page opened from a file works like one served, and a
 * question ("?peserta=7") never outlives its page. (wouter's own puts the question before the `#`.)
 */
export function useHashLocation(): [string, (to: string, options?: NavigateOptions) => void] {
  return [useSyncExternalStore(subscribe, currentPath), goTo];
}

useHashLocation.hrefs = (href: string) => `#${href}`;
useHashLocation.searchHook = () => useSyncExternalStore(subscribe, currentSearch);

/** Goes to a route of the application, outside of React too. */
export function goTo(to: string, { replace = false, state = null }: NavigateOptions = {}): void {
  history[replace ? "replaceState" : "pushState"](state, "", `#${to}`);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

function subscribe(onChange: () => void): () => void {
  addEventListener("hashchange", onChange);
  addEventListener("popstate", onChange);
  return () => {
    removeEventListener("hashchange", onChange);
    removeEventListener("popstate", onChange);
  };
}

function currentPath(): string {
  const path = location.hash.slice(1).split("?")[0] ?? "";
  return path.startsWith("/") ? path : `/${path}`;
}

function currentSearch(): string {
  const question = location.hash.indexOf("?");
  return question === -1 ? "" : location.hash.slice(question + 1);
}
