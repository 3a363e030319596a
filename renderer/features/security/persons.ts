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

/** What blanking will do, before it is confirmed. */
export function blankingSentence(persons: number, backups: number): string {
  const here =
    persons === 0
      ? "Edisi ini sendiri tidak memuat kontak, NIP, atau foto. Ini menghapusnya untuk selamanya"
      : `Ini menghapus kontak, NIP, dan foto ${persons} orang di edisi ini untuk selamanya, juga`;
  return `${here} dari ${backups} cadangan di komputer ini. Nama, jabatan, nilai, dan buku catatan tetap. Salinan yang Anda taruh di tempat lain tidak terjangkau.`;
}

/** What blanking did: to whom, in which backups, and which of these it could not look through. */
export function blankedSentence({ blanked, backups, unreadBackups }: Blanked): string {
  const done =
    blanked + backups === 0
      ? "Tidak ada data pribadi yang perlu dikosongkan, di edisi ini maupun di cadangan."
      : `Data ${blanked} orang sudah dikosongkan, begitu pula di ${backups} cadangan yang memuatnya.`;
  if (unreadBackups.length === 0) return done;
  return `${done} Cadangan yang tidak dapat dibuka: ${unreadBackups.join(", ")}. Hapus dengan tangan bila masih memuat data pribadi.`;
}

interface Blanked {
  blanked: number;
  backups: number;
  unreadBackups: readonly string[];
}
