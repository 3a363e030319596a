/** How problems of a file are put into words: values quoted safely, paths that can be copied into a query. */

const longestQuote = 60;

/** Text from the file in quotation marks, on one line, cut when long, nothing in it able to steer a terminal. */
export function quoted(text: string): string {
  const cut = text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
  return JSON.stringify(cut).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** `$.edition` and `year` make `$.edition.year`; a key that is no plain word is bracketed and quoted. */
export function keyPath(path: string, key: string): string {
  return /^[A-Za-z_]\w{0,63}$/.test(key) ? `${path}.${key}` : `${path}[${quoted(key)}]`;
}

/** `$.regions` and 3 make `$.regions[3]`. */
export function itemPath(path: string, index: number): string {
  return `${path}[${index}]`;
}
