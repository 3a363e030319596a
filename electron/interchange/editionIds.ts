import type { Report } from "./problemList.ts";
import { quoted } from "./problemText.ts";

/** A value and where in the file it stands; undefined where it could not be read. */
export interface Placed {
  readonly value: string | undefined;
  readonly path: string;
}

/** The ids that a list offers to be referred to. */
export interface KnownIds {
  /** True also while an id of the list could not be read: then nobody can say that this is not it. */
  mayHave(id: string): boolean;
}

/** The ids of a list, of which some may not have been readable (undefined), nor perhaps the list itself. */
export function knownIds(ids: readonly (string | undefined)[] | undefined): KnownIds {
  const known = new Set(ids);
  const partly = ids === undefined || known.has(undefined);
  return { mayHave: (id) => partly || known.has(id) };
}

/** Reports every value that stands in the list a second time; `rule` says what is expected instead. */
export function reportRepeats(items: readonly Placed[], report: Report, rule: string): void {
  const first = new Map<string, string>();
  for (const { value, path } of items) {
    if (value === undefined) continue;
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, path);
    else report(path, `${quoted(value)} sudah dipakai di ${earlier}; ${rule}.`);
  }
}
