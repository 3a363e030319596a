import { IconPlugConnectedX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { api } from "./client.ts";
import styles from "./live.module.css";
import { refresh, watch } from "./queryClient.ts";

const reconnectAfterMs = 1_500;
/** A short break is no news; the banner comes when it lasts. */
const silentForMs = 2_000;
const gatherForMs = 40;

/**
 * Resolves when the window is in view. A browser keeps six connections to one address, and a watch holds one: windows
 * that nobody sees give theirs back, and read everything again when they are shown.
 */
function seen(stop: AbortSignal): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const look = () => {
      if (document.hidden && !stop.aborted) return;
      document.removeEventListener("visibilitychange", look);
      resolve();
    };
    document.addEventListener("visibilitychange", look);
    stop.addEventListener("abort", look, { once: true });
  });
}

/** Follows every change made in this or another window, and says so while it cannot. */
export function LiveUpdates() {
  const [lost, setLost] = useState(false);

  useEffect(() => {
    const stop = new AbortController();
    let bannerTimer: ReturnType<typeof setTimeout> | undefined;
    const pending = new Set<string>();
    let gathering: ReturnType<typeof setTimeout> | undefined;

    const gather = (nouns: readonly string[]) => {
      for (const noun of nouns) pending.add(noun);
      gathering ??= setTimeout(() => {
        gathering = undefined;
        const changed = [...pending];
        pending.clear();
        void refresh(changed);
      }, gatherForMs);
    };

    const follow = async () => {
      let brokenBefore = false;
      while (!stop.signal.aborted) {
        await seen(stop.signal);
        const unseen = new AbortController();
        const release = () => {
          if (document.hidden) unseen.abort();
        };
        document.addEventListener("visibilitychange", release);
        try {
          const signal = AbortSignal.any([stop.signal, unseen.signal]);
          const events = await api.changes.watch(undefined, { signal });
          for await (const event of events) {
            clearTimeout(bannerTimer);
            bannerTimer = undefined;
            setLost(false);
            watch.standing = true;
            if (brokenBefore) void refresh("all");
            brokenBefore = false;
            if (event.nouns.length > 0) gather(event.nouns);
          }
        } catch {
          // Lost or refused: the loop tries again until the window closes.
        } finally {
          document.removeEventListener("visibilitychange", release);
        }
        if (stop.signal.aborted) return;
        watch.standing = false;
        brokenBefore = true;
        if (unseen.signal.aborted) continue;
        bannerTimer ??= setTimeout(() => setLost(true), silentForMs);
        await new Promise((resolve) => setTimeout(resolve, reconnectAfterMs));
      }
    };
    void follow();
    return () => {
      stop.abort();
      clearTimeout(bannerTimer);
      clearTimeout(gathering);
      watch.standing = false;
    };
  }, []);

  if (!lost) return null;
  return (
    <output className={styles.lost}>
      <IconPlugConnectedX size={20} aria-hidden />
      Sambungan ke aplikasi terputus. Yang sudah tersimpan tetap aman; Lencana mencoba menyambung kembali…
    </output>
  );
}
