/** Plain JSON without numbers that are not whole: what counts travels as decimal text. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one way to write a value, so that two computers hash the same bytes: keys in code-unit order, no spaces, whole
 * numbers only (a restriction of RFC 8785).
 */
export function canonicalJson(value: Json): string {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new RangeError(`not a whole number: ${value}`);
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(",")}}`;
}

/** As Array.isArray, which does not tell a read-only list from an object. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** A field of a record; null where the value is none or lacks it. */
export function findField(value: Json, field: string): Json {
  if (typeof value !== "object" || value === null || isList(value)) return null;
  return Object.hasOwn(value, field) ? (value[field] ?? null) : null;
}
