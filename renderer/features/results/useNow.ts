import { useEffect, useState } from "react";

const everyMs = 15_000;

/** The time now, for what changes its words when a moment has passed. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
