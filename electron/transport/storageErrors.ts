import { AppError } from "../contract/errors.ts";

/** What SQLite or the file system refused, as a sentence; null when the error is not theirs or is a bug of ours. */
export function findStorageError(error: unknown, dataFolder: string): AppError | null {
  const code = codeOf(error);
  const words = sentences.find(({ codes }) => codes.test(code))?.sentence;
  return words ? new AppError("STORAGE", words(placeOf(error) ?? dataFolder, dataFolder)) : null;
}

// SQLite extends its codes (SQLITE_IOERR_WRITE), hence the open ends. A broken constraint is our bug, not storage.
const sentences: { codes: RegExp; sentence: (place: string, dataFolder: string) => string }[] = [
  {
    codes: /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    sentence: (place) =>
      `Disk penuh, jadi perubahan ini tidak tersimpan; yang sudah tersimpan tetap utuh. Kosongkan ruang pada disk tempat ${place}, lalu ulangi.`,
  },
  {
    codes: /^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_AUTH|EROFS|EACCES|EPERM)/,
    sentence: (place) =>
      `Folder data tidak dapat ditulisi (${place}), jadi tidak ada yang tersimpan. Mintalah izin menulis ke folder itu kepada pengelola komputer, lalu ulangi.`,
  },
  {
    codes: /^(ENOTDIR|EEXIST)/,
    sentence: (place) =>
      `${place} bukan folder, jadi data tidak dapat disimpan di sana. Pindahkan berkas yang menempati nama itu, atau pilih folder lain lewat LENCANA_HOME.`,
  },
  {
    codes: /^(SQLITE_CORRUPT|SQLITE_NOTADB)/,
    sentence: (_place, dataFolder) =>
      `Basis data di ${dataFolder} rusak. Jangan teruskan mengisi; pulihkan cadangan terakhir lewat Pengaturan, atau salin dari folder cadangan.`,
  },
  {
    codes: /^(SQLITE_BUSY|SQLITE_LOCKED|EBUSY)/,
    sentence: (place) =>
      `Data sedang dipakai program lain (${place}), jadi perubahan ini tidak tersimpan. Tutup program itu, lalu ulangi.`,
  },
  {
    codes: /^(SQLITE_IOERR|EIO|ENXIO|ENODEV)/,
    sentence: (place) =>
      `Disk gagal dibaca atau ditulisi (${place}), jadi perubahan ini tidak tersimpan. Periksa disk atau sambungannya, lalu jalankan Lencana lagi.`,
  },
];

function codeOf(error: unknown): string {
  if (!(error instanceof Error && "code" in error && typeof error.code === "string")) return "";
  // Making a folder and its parents on a read-only disk, Node says that the parents are not there.
  const makesFolder = "syscall" in error && error.syscall === "mkdir";
  return error.code === "ENOENT" && makesFolder ? "EROFS" : error.code;
}

function placeOf(error: unknown): string | null {
  return error instanceof Error && "path" in error && typeof error.path === "string" ? error.path : null;
}
