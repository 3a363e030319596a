import { randomBytes } from "node:crypto";
import { copyFile, open, rename, rm } from "node:fs/promises";
import { constants } from "node:fs";
import { basename, dirname } from "node:path";

/** What a file is made of: bytes, or a file that lies elsewhere and is copied. */
export type FileContent = Uint8Array | { path: string };

/** Writes a file whole or not at all: what was there before stays until the new content is safely on disk. */
export async function writeWhole(path: string, content: FileContent): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    if ("path" in content) await copyFile(content.path, draft, constants.COPYFILE_EXCL);
    const file = await open(draft, "path" in content ? "r+" : "wx");
    try {
      if (!("path" in content)) await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Why a file could not be saved where the user wanted it, and what to do. */
export function saveProblem(path: string, error: unknown): string {
  const [name, folder, code] = [basename(path), dirname(path), codeOf(error)];
  if (code === "ENOSPC" || code === "EDQUOT") {
    return `Disk penuh, jadi ${name} tidak tersimpan di ${folder}. Kosongkan ruang atau pilih disk lain, lalu simpan lagi.`;
  }
  if (["EACCES", "EPERM", "EBUSY", "EROFS", "ETXTBSY"].includes(code)) {
    return `${name} tidak dapat disimpan di ${folder}: berkas itu sedang dibuka program lain, atau foldernya tidak boleh ditulisi. Tutup berkasnya atau pilih folder lain, lalu simpan lagi.`;
  }
  return `${name} tidak tersimpan di ${folder} (${code || "sebab tidak dikenal"}). Pilih tempat lain, lalu simpan lagi.`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** A name that every file system takes, from one that may hold slashes or colons. */
export function fileNameOf(name: string): string {
  const cleaned = name
    .replaceAll(/[<>:"/\\|?*\p{Cc}]+/gu, "-")
    .replace(/^[.\s]+|[.\s]+$/g, "")
    .slice(0, 180);
  return cleaned || "berkas";
}
