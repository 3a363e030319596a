import { expect, it } from "vitest";
import { findReasonFault } from "../../renderer/components/reasonFault.ts";
import { recoveryWords } from "../../renderer/features/accounts/recoveryWords.ts";

it("a note that is missing, too short and long enough are told apart", () => {
  expect(findReasonFault("  ", "Tulis catatan")).toBe("Tulis catatan");
  expect(findReasonFault("a ", "Tulis catatan")).toContain("Terlalu singkat");
  expect(findReasonFault("Angka di kertas 82", "Tulis catatan")).toBeNull();
  expect(findReasonFault("a".repeat(2001), "Tulis catatan")).toContain("Paling panjang");
});

it("the wait of a recovery code speaks of the code", () => {
  expect(recoveryWords("PIN untuk Siti Aminah beberapa kali salah. Tunggu 5 detik, lalu coba lagi.")).toBe(
    "Kode atau PIN beberapa kali salah. Tunggu 5 detik, lalu coba lagi.",
  );
  expect(recoveryWords("Kode pemulihan tidak cocok.")).toBe("Kode pemulihan tidak cocok.");
});
