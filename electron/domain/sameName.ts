/** A name as people compare it: letters only, small, without accents. */
export function comparedName(name: string): string {
  return name
    .normalize("NFKD")
    .toLocaleLowerCase("id")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** Whether two names are most likely one, written otherwise: a letter in five may differ. */
export function isNearName(a: string, b: string): boolean {
  const [first, second] = [comparedName(a), comparedName(b)];
  if (first === second) return true;
  const longest = Math.max(first.length, second.length);
  if (longest < 5) return false;
  return distance(first, second) <= Math.max(1, Math.floor(longest / 5));
}

/** How many letters must be put in, taken out, changed or swapped with the next. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const [above, twoAbove] = [rows[i - 1]!, rows[i - 2]];
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, change);
      if (twoAbove && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, twoAbove[j - 2]! + 1);
      }
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
