/** One person as the service lists them, with all that is held on them. */
export interface HeldPerson {
  person: string;
  name: string;
  held: readonly { what: string; value: string }[];
}

export interface Contact {
  nip: string;
  phone: string;
  email: string;
}

const names = { nip: "NIP", phone: "Telepon", email: "Surel" } as const;

/** The contact details that are held, as they are typed. */
export function contactOf({ held }: HeldPerson): Contact {
  const find = (name: string) => held.find(({ what }) => what === name)?.value ?? "";
  return { nip: find(names.nip), phone: find(names.phone), email: find(names.email) };
}

/** How many people have something that blanking takes away: contact details or a picture. */
export function countBlankable(persons: readonly HeldPerson[]): number {
  const blankable: ReadonlySet<string> = new Set([...Object.values(names), "Foto"]);
  return persons.filter(({ held }) => held.some(({ what }) => blankable.has(what))).length;
}

/** What blanking did, in words: to whom, in which backups, and which of these it could not look through. */
export function blankedSentence(done: {
  blanked: number;
  backups: number;
  unreadBackups: readonly string[];
}): string {
  const sentence = `Data ${done.blanked} orang sudah dikosongkan, juga di dalam ${done.backups} cadangan yang memuatnya.`;
  if (done.unreadBackups.length === 0) return sentence;
  return `${sentence} Cadangan yang tidak dapat dibuka: ${done.unreadBackups.join(", ")}. Hapus dengan tangan bila masih memuat data pribadi.`;
}
