import { useEffect } from "react";
import { useSearchParams } from "wouter";

/** Sets the cursor into the field that the address asks for by its label (`?isian=`), once the page is there. */
export function useAskedField(ready: boolean): void {
  const [params] = useSearchParams();
  const asked = params.get("isian");
  useEffect(() => {
    if (!ready || asked === null) return;
    const field = [...document.querySelectorAll<HTMLElement>("[aria-label]")].find(
      (one) => one.getAttribute("aria-label") === asked,
    );
    field?.scrollIntoView({ block: "center" });
    field?.focus();
  }, [ready, asked]);
}
