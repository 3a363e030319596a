/** Every text of a paper's data in one, a line each; pictures are left out. */
export function textsOf(paper: unknown): string {
  const texts: string[] = [];
  collect(paper, texts);
  return texts.map(plain).join("\n");
}

/** Whether texts, as `textsOf` gives them, hold a name as a whole: "Ani" is not in "Anita". */
export function holdsName(texts: string, name: string): boolean {
  const sought = plain(name);
  if (sought === "") return false;
  for (let at = texts.indexOf(sought); at !== -1; at = texts.indexOf(sought, at + 1)) {
    const before = texts.charAt(at - 1);
    const after = texts.charAt(at + sought.length);
    if (!isPartOfWord(before) && !isPartOfWord(after)) return true;
  }
  return false;
}

function collect(value: unknown, texts: string[]): void {
  if (typeof value === "string") texts.push(value);
  else if (Array.isArray(value)) for (const one of value) collect(one, texts);
  else if (typeof value === "object" && value !== null)
    for (const [key, one] of Object.entries(value)) if (key !== "base64") collect(one, texts);
}

/** A script keeps titles together with spaces of its own. */
function plain(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

function isPartOfWord(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign);
}
