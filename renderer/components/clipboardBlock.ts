/** A block of copied cells, row by row, as spreadsheets put it on the clipboard: tabs, line ends, quotes where needed. */
export function parseClipboard(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = () => {
    rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const [cell, next] = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell);
    at = next;
    if (text[at] === "\t") {
      at += 1;
      // A tab at the very end still opens one more, empty cell.
      if (at >= text.length || text[at] === "\r" || text[at] === "\n") row.push("");
      if (at >= text.length) break;
    }
    if (text[at] === "\r" || text[at] === "\n") {
      at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
      endRow();
    }
  }
  if (row.length > 0) endRow();
  return rows;
}

function plainCell(text: string, from: number): [string, number] {
  let at = from;
  while (at < text.length && text[at] !== "\t" && text[at] !== "\r" && text[at] !== "\n") at += 1;
  return [text.slice(from, at), at];
}

/** A cell in quotes, with "" for a quote inside; a quote that never closes is an ordinary character. */
function quotedCell(text: string, from: number): [string, number] {
  let cell = "";
  let at = from + 1;
  while (at < text.length) {
    if (text[at] !== '"') {
      cell += text[at];
      at += 1;
    } else if (text[at + 1] === '"') {
      cell += '"';
      at += 2;
    } else {
      const [rest, next] = plainCell(text, at + 1);
      return [cell + rest, next];
    }
  }
  return plainCell(text, from);
}
