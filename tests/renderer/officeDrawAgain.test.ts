import { expect, test } from "vitest";
import { drawAgainSentence, lettersOutNote } from "../../renderer/features/office/drawAgain.ts";

const entries = [1, 2, 3, 4, 5].map((id) => ({ id, label: `Kabupaten ${id}` }));

test("a new draw says whose turns, which seed and how many letters it makes differ", () => {
  expect(drawAgainSentence({ entries, lot: "81f2", lettersOut: 5 })).toBe(
    "Undi ulang mengganti giliran 5 finalis dan benih 81f2; 5 undangan finalis yang sudah keluar menjadi berbeda isinya, jadi perlu dikirim ulang.",
  );
  expect(drawAgainSentence({ entries, lot: null, lettersOut: 0 })).toBe(
    "Undi ulang mengganti giliran 5 finalis; belum ada undangan finalis yang keluar.",
  );
});

test("an order that is moved by hand says how many letters went out, and nothing while none did", () => {
  expect(lettersOutNote(0)).toBeNull();
  expect(lettersOutNote(3)).toMatch(/^3 undangan finalis sudah keluar/);
});
