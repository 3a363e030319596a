import { expect, test } from "vitest";
import { findPinFaults, isUsable } from "../../renderer/components/newPin.ts";

test("a new PIN is long enough and typed twice alike", () => {
  expect(isUsable({ pin: "123456", again: "123456" })).toBe(true);
  expect(isUsable({ pin: "12345", again: "12345" })).toBe(false);
  expect(isUsable({ pin: "123456", again: "123465" })).toBe(false);
});

test("what is wrong is said at its field, and nothing of what is still being typed", () => {
  expect(findPinFaults({ pin: "", again: "" })).toEqual({});
  expect(findPinFaults({ pin: "123456", again: "1234" })).toEqual({});
  expect(findPinFaults({ pin: "123", again: "" })).toEqual({ pin: "Paling sedikit 6 angka atau huruf" });
  expect(findPinFaults({ pin: "123456", again: "13" })).toEqual({
    again: "Belum sama dengan PIN di atasnya",
  });
});
