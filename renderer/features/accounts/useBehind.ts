import { useEffect, useLayoutEffect } from "react";

/**
 * While the door is shut, nothing behind it can be reached, heard or closed by a key; afterwards the focus is back
 * where it was. The page itself stays as it is.
 */
export function useBehind(shut: boolean, front: HTMLElement): void {
  // Before the effects of what stands in the door, which take the focus.
  useLayoutEffect(() => {
    if (!shut) return () => {};
    const before = document.activeElement;
    const title = document.title;
    const behind = [...document.body.children].filter(
      (each): each is HTMLElement => each instanceof HTMLElement && each !== front && !each.inert,
    );
    for (const each of behind) each.inert = true;
    return () => {
      for (const each of behind) each.inert = false;
      document.title = title;
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [shut, front]);

  useEffect(() => {
    if (!shut) return () => {};
    // Dialogs and Ctrl+K listen at the window; they are behind the door.
    const hold = (event: KeyboardEvent) => {
      const taken = event.key === "Escape" || ((event.ctrlKey || event.metaKey) && event.key === "k");
      if (!taken) return;
      event.stopImmediatePropagation();
      event.preventDefault();
    };
    holds.add(hold);
    return () => {
      holds.delete(hold);
    };
  }, [shut]);
}

const holds = new Set<(event: KeyboardEvent) => void>();

// Registered with the first page, before any dialog can be: what listens first can keep a key from the rest.
addEventListener("keydown", (event) => holds.forEach((hold) => hold(event)), { capture: true });
