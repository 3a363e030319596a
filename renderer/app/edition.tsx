import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation } from "wouter";
import type { Overview } from "../../electron/contract/editions.ts";
import { query } from "../api/client.ts";

const lastEditionKey = "lencana.lastEdition";

function editionIdIn(path: string): number | null {
  const found = /^\/e\/([1-9]\d*)(?:\/|$)/.exec(path)?.[1];
  return found ? Number(found) : null;
}

/** The edition that the present route works on; only for pages below `/e/:editionId`. */
export function useEditionId(): number {
  const [path] = useLocation();
  const id = editionIdIn(path);
  if (id === null) throw new Error(`no edition in the route ${path}`);
  return id;
}

/** The edition of the route, else the one worked on last in this window (so that Pengaturan keeps the menu). */
export function useShownEditionId(): number | null {
  const [path] = useLocation();
  const id = editionIdIn(path);
  useEffect(() => {
    if (id !== null) sessionStorage.setItem(lastEditionKey, String(id));
  }, [id]);
  if (id !== null || path === "/") return id;
  return Number(sessionStorage.getItem(lastEditionKey)) || null;
}

/** Forgets the edition worked on last, after it was removed. */
export function forgetLastEdition(): void {
  sessionStorage.removeItem(lastEditionKey);
}

/** Where the edition of the route stands; undefined while it is being read. */
export function useOverview(): Overview | undefined {
  return useQuery(query.editions.overview.queryOptions({ input: { editionId: useEditionId() } })).data;
}

/** The year in examples of dates; undefined until the edition is known. */
export function useExampleYear(): number | undefined {
  return useOverview()?.edition.year;
}
