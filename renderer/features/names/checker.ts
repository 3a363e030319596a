import { useState } from "react";

const key = "lencana.pemeriksaNama";

/** Who checks at this window of an open edition; typed once and kept until the window is closed. */
export function useChecker(): [string, (name: string) => void] {
  const [checker, setChecker] = useState(() => sessionStorage.getItem(key) ?? "");
  return [
    checker,
    (name) => {
      sessionStorage.setItem(key, name);
      setChecker(name);
    },
  ];
}
