import { expect, test } from "vitest";
import { blankedSentence, blankingSentence } from "../../renderer/features/security/persons.ts";

test("before blanking it is said in how many backups too, also where the edition holds nothing itself", () => {
  expect(blankingSentence(2, 3)).toMatch(
    /^Ini menghapus kontak, NIP, dan foto 2 orang di edisi ini untuk selamanya, juga dari 3 cadangan/,
  );
  expect(blankingSentence(0, 3)).toMatch(
    /^Edisi ini sendiri tidak memuat .+ Ini menghapusnya untuk selamanya dari 3 cadangan/,
  );
});

test("after blanking it is said in how many, and which backups could not be opened", () => {
  expect(blankedSentence({ blanked: 2, backups: 1, unreadBackups: [] })).toBe(
    "Data 2 orang sudah dikosongkan, begitu pula di 1 cadangan yang memuatnya.",
  );
  expect(blankedSentence({ blanked: 0, backups: 0, unreadBackups: ["rusak.db"] })).toBe(
    "Tidak ada data pribadi yang perlu dikosongkan, di edisi ini maupun di cadangan. Cadangan yang tidak dapat dibuka: rusak.db. Hapus dengan tangan bila masih memuat data pribadi.",
  );
});
