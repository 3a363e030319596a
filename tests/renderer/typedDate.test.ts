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
    expect(readTypedDate(text, 2026)).toEqual({ kind: "day", date: "2022-10-12", short: false });
  });

  it("has the day first, as in Indonesia", () => {
    expect(readTypedDate("5/10/2021", 2026)).toMatchObject({ date: "2021-10-05" });
  });

  it.each([
    ["05/10/21", 2021, "2021-10-05"],
    ["5 Okt 21", 2022, "2021-10-05"],
    ["01-01-99", 2021, "1999-01-01"],
    ["31/12/45", 2021, "2045-12-31"],
  ])("with a year of two digits, %s, is the one nearest to the edition of %i", (text, year, date) => {
    expect(readTypedDate(text, year)).toEqual({ kind: "day", date, short: true });
  });

  it.each(["31/02/2021", "30 Februari 2024", "12/13/2021", "31/04/21"])(
    "that is not in the calendar is told apart: %j",
    (text) => {
      expect(readTypedDate(text, 2021)).toEqual({ kind: "noDay" });
    },
  );

  it.each(["12 Oktobet", "12 Foo 2021", "12/10/1", "besok", ""])("that is no day is refused: %j", (text) => {
    expect(readTypedDate(text, 2021)).toEqual({ kind: "unread" });
  });
});
