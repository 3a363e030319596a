import { expect, test } from "vitest";
import { findPinFaults, isGuessable, isUsable } from "../../renderer/components/newPin.ts";

test("a new PIN is long enough and typed twice alike", () => {
  expect(isUsable({ pin: "482913", again: "482913" })).toBe(true);
  expect(isUsable({ pin: "12345", again: "12345" })).toBe(false);
  expect(isUsable({ pin: "482913", again: "482931" })).toBe(false);
});

test("what is wrong is said at its field, and nothing of what is still being typed", () => {
  expect(findPinFaults({ pin: "", again: "" })).toEqual({});
  expect(findPinFaults({ pin: "482913", again: "4829" })).toEqual({});
  expect(findPinFaults({ pin: "123", again: "" })).toEqual({ pin: "Paling sedikit 6 angka atau huruf" });
  expect(findPinFaults({ pin: "482913", again: "49" })).toEqual({
    again: "Belum sama dengan PIN di atasnya",
  });
});

test.each(["123456", "654321", "890123", "111111", "121212", "123123", "abcdef", "aaaaaaa"])(
  "%s is what anybody tries first, and refused at its field",
  (pin) => {
    expect(isUsable({ pin, again: pin })).toBe(false);
    expect(findPinFaults({ pin, again: "" }).pin).toContain("mudah ditebak");
  },
);

test.each(["246810", "135791", "482913", "melati di pagar", "112233445", "123457"])("%s is taken", (pin) => {
  expect(isGuessable(pin)).toBe(false);
});
