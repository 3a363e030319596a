import { describe, expect, it } from "vitest";
import { readTypedDate } from "../../renderer/components/typedDate.ts";

describe("a typed date", () => {
  it.each([
    "12 Oktober 2022",
    "12 okt 2022",
    "12 OKTOBER 2022",
    "12/10/2022",
    "12-10-2022",
    "12.10.2022",
    "2022-10-12",
    " 12  Oktober  2022 ",
  ])("is read from %j", (text) => {
    expect(readTypedDate(text)).toBe("2022-10-12");
  });

  it("has the day first, as in Indonesia", () => {
    expect(readTypedDate("5/10/2021")).toBe("2021-10-05");
  });

  it.each([
    "31/02/2021",
    "30 Februari 2024",
    "12/13/2021",
    "12 Oktobet",
    "12 Foo 2021",
    "12/10/21",
    "besok",
    "",
  ])("that is no day is refused: %j", (text) => {
    expect(readTypedDate(text)).toBeNull();
  });
});
