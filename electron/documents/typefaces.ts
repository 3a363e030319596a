import type { Typefaces } from "../contract/designs.ts";

const cinzel = ["Cinzel", "EB Garamond", "Source Serif 4"];
const garamond = ["EB Garamond", "Source Serif 4"];
const serif = ["Source Serif 4"];
const sans = ["Source Sans 3", "Source Serif 4"];

/** The families of a pair: the first is meant, those after it lend letters that it lacks. */
export const typefaceFonts: Readonly<Record<Typefaces, { heading: string[]; body: string[] }>> = {
  cinzelGaramond: { heading: cinzel, body: garamond },
  cinzelSerif: { heading: cinzel, body: serif },
  garamond: { heading: garamond, body: garamond },
  serif: { heading: serif, body: serif },
  sansGaramond: { heading: sans, body: garamond },
  sansSerif: { heading: sans, body: serif },
  sans: { heading: sans, body: sans },
};
