/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one way to write a value: keys in code-unit order, no spaces, whole numbers only. A text that is not what this
 * gives of its own content was not written by Lencana.
 */
export function canonical(value: Json): string {
  if (typeof value === "number" && !Number.isSafeInteger(value))
    throw new RangeError(`${value} is not whole`);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(",")}]`;
  const keys = Object.keys(value).toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(",")}}`;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
