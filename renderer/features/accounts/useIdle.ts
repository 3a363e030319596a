import { useEffect } from "react";
import { api } from "../../api/client.ts";
import { keepSession, useDoor, useSession } from "../../api/session.ts";
import { createWatchdog } from "./idle.ts";

const minuteMs = 60_000;
const lookEveryMs = 5_000;
const signs = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/** While somebody is signed in: tells the server that they are still there, and asks it once they seem gone. */
export function useIdle(): void {
  const { person, shut } = useDoor();
  const idleMinutes = useSession()?.idleMinutes;
  const watched = person !== null && !shut;

  useEffect(() => {
    if (!watched || idleMinutes === undefined) return () => {};
    const dog = createWatchdog({ idleMs: idleMinutes * minuteMs, everyMs: minuteMs, now: () => Date.now() });
    // Where nobody answers, the banner of the lost connection says so already.
    const alive = () => {
      if (dog.alive()) api.accounts.stillHere().then(keepSession, () => {});
    };
    const look = () => {
      if (dog.idle()) api.accounts.session().then(keepSession, () => {});
    };
    for (const sign of signs) addEventListener(sign, alive, { capture: true, passive: true });
    const timer = setInterval(look, lookEveryMs);
    return () => {
      for (const sign of signs) removeEventListener(sign, alive, { capture: true });
      clearInterval(timer);
    };
  }, [watched, idleMinutes]);
}
