/**
 * The faces of a word processor's file: those that every office has. The emblem's papers have the face of the decrees,
 * which comes with Word; where it is not installed, its free double or another face with serifs takes its place.
 */
export const faces = { letters: "Arial", decrees: "Bookman Old Style" } as const;

interface Face {
  name: string;
  alternative: string;
  /** What a word processor finds the nearest face by. */
  panose: string;
  family: "roman" | "swiss";
}

const known: readonly Face[] = [
  {
    name: faces.decrees,
    alternative: "URW Bookman",
    panose: "02050604050505020204",
    family: "roman",
  },
  { name: faces.letters, alternative: "Liberation Sans", panose: "020B0604020202020204", family: "swiss" },
];

function entry({ name, alternative, panose, family }: Face): string {
  return `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:panose1 w:val="${panose}"/><w:charset w:val="00"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`;
}

/** The font table, which the library leaves empty, with what stands in for each face. */
export function withFaces(table: string): string {
  return table.replace(/(<w:fonts[^>]*?)\/>/, `$1>${known.map(entry).join("")}</w:fonts>`);
}
