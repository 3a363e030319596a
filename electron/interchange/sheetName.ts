const longestName = 31;

/** One sheet name per text, in order: what Excel allows, at most 31 characters, no two alike. */
export function sheetNames(texts: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return texts.map((text) => {
    const base = safeName(text);
    let name = base;
    for (let count = 2; used.has(name.toLowerCase()); count += 1) {
      const suffix = ` (${count})`;
      name = `${base.slice(0, longestName - suffix.length).trimEnd()}${suffix}`;
    }
    used.add(name.toLowerCase());
    return name;
  });
}

/** A sheet's name as a formula names it: `'Panelis O''Brien'!`. */
export function sheetReference(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`;
}

function safeName(text: string): string {
  const plain = text
    .replaceAll(/[[\]:*?/\\\p{Cc}]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .slice(0, longestName)
    .replaceAll(/^[' ]+|[' ]+$/g, "");
  // Excel keeps "History" for itself.
  return plain === "" || plain.toLowerCase() === "history" ? `Lembar ${plain}`.trim() : plain;
}
