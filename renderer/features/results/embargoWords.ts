import type { StateTone } from "../../components/StateBadge.tsx";
import { dateAndTime } from "../../components/time.ts";

interface Declaration {
  declaredAt: string;
  embargoUntil: string;
}

/** Where the declaration of an edition's results stands. */
export function declarationState(
  declaration: Declaration | null,
  now: Date,
): { tone: StateTone; words: string; sentence: string } {
  if (declaration === null) {
    return {
      tone: "calm",
      words: "Belum diumumkan",
      sentence:
        "Begitu babak terakhir disegel, pemenang hanya terlihat oleh ketua dan sekretaris sampai hasil diumumkan.",
    };
  }
  const declared = `Diumumkan ${dateAndTime(declaration.declaredAt)}`;
  const until = dateAndTime(declaration.embargoUntil);
  if (new Date(declaration.embargoUntil) > now) {
    return {
      tone: "open",
      words: "Ditahan",
      sentence: `${declared}; sampai ${until} pemenang hanya terlihat oleh ketua dan sekretaris.`,
    };
  }
  // Announced at once, both are one moment.
  const since = declaration.embargoUntil > declaration.declaredAt ? ` sejak ${until}` : "";
  return { tone: "done", words: "Terbuka", sentence: `${declared}; terlihat oleh semua${since}.` };
}

/** Whether an instant lies behind; a time is only held until one that is still to come. */
export function isPast(instant: string, now: Date): boolean {
  return new Date(instant) <= now;
}

/** The day of the ceremony, to hold the winners until; null where that day is over. */
export function dayToHold(ceremonyDate: string | null, today: string): string | null {
  return ceremonyDate !== null && ceremonyDate >= today ? ceremonyDate : null;
}

/** What declaring will do; `until`: "now", an ISO instant, or null while that is not typed yet. */
export function embargoConsequence(until: string | null, now: Date): string {
  if (until === null) {
    return "Isi tanggal dan pukul pengumuman: sampai saat itu pemenang hanya terlihat oleh ketua dan sekretaris.";
  }
  if (until === "now") return "Pemenang langsung terlihat oleh semua pengguna edisi ini.";
  return isPast(until, now)
    ? "Saat itu sudah lewat. Pilih saat yang akan datang, atau buka sekarang juga."
    : `Sampai ${dateAndTime(until)}, pemenang hanya terlihat oleh ketua dan sekretaris; sesudah itu oleh semua pengguna edisi ini.`;
}

/** Who may see hidden winners, and from when everybody does. */
export function hiddenSentence(declaration: Declaration | null, sealed: boolean): string {
  if (!sealed)
    return "Babak ini sudah lengkap dan menunggu segel. Sampai hasil diumumkan, peringkatnya hanya terlihat oleh yang memeriksa dan menandatanganinya.";
  return declaration === null
    ? "Babak ini sudah disegel, tetapi hasilnya belum diumumkan. Sekarang hanya ketua dan sekretaris yang melihat pemenangnya."
    : `Hasilnya terlihat oleh semua mulai ${dateAndTime(declaration.embargoUntil)}. Sampai saat itu hanya ketua dan sekretaris yang melihat pemenangnya.`;
}
