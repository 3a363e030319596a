import { describe, expect, it } from "vitest";
import {
  dayToHold,
  declarationState,
  embargoConsequence,
  hiddenSentence,
} from "../../renderer/features/results/embargoWords.ts";
import { instantOf, readTypedTime } from "../../renderer/features/results/typedTime.ts";

describe("a typed time", () => {
  it.each([
    ["09.00", 9, 0],
    ["9:05", 9, 5],
    ["0905", 9, 5],
    ["9", 9, 0],
    [" 19.30 WIB ", 19, 30],
    ["00.00", 0, 0],
  ])("%s is read", (text, hours, minutes) => {
    expect(readTypedTime(text)).toEqual({ hours, minutes });
  });

  it.each(["", "24.00", "9.60", "9.5", "sembilan", "09.00.00", "-9"])("%s is none", (text) => {
    expect(readTypedTime(text)).toBeNull();
  });

  it("becomes an instant by this computer's clock, or none while a part is missing", () => {
    const instant = instantOf("2021-10-12", "09.30");
    expect(instant && new Date(instant)).toEqual(new Date(2021, 9, 12, 9, 30));
    expect(instantOf(null, "09.30")).toBeNull();
    expect(instantOf("2021-10-12", "")).toBeNull();
  });
});

describe("the declaration in words", () => {
  const now = new Date(2021, 9, 12, 9, 0);
  const declared = (minutes: number) => ({
    declaredAt: now.toISOString(),
    embargoUntil: new Date(now.getTime() + minutes * 60_000).toISOString(),
  });

  it("is not made, held, or open", () => {
    expect(declarationState(null, now).words).toBe("Belum diumumkan");
    expect(declarationState(declared(30), now)).toMatchObject({
      words: "Ditahan",
      sentence: expect.stringContaining("sampai 12 Oktober 2021 pukul 09.30"),
    });
    expect(declarationState(declared(-30), now).words).toBe("Terbuka");
  });

  it("says when it was announced, and from when all saw it only where that is another moment", () => {
    expect(declarationState(declared(0), now).sentence).toBe(
      "Diumumkan 12 Oktober 2021 pukul 09.00; terlihat oleh semua.",
    );
    const later = new Date(2021, 9, 13);
    expect(declarationState(declared(30), later).sentence).toContain("sejak 12 Oktober 2021 pukul 09.30");
  });

  it("holds the winners until the day of the ceremony only while that is still to come", () => {
    expect(dayToHold("2021-10-12", "2021-10-11")).toBe("2021-10-12");
    expect(dayToHold("2021-10-12", "2021-10-12")).toBe("2021-10-12");
    expect(dayToHold("2021-10-12", "2021-10-13")).toBeNull();
    expect(dayToHold(null, "2021-10-13")).toBeNull();
  });

  it("says what declaring will do, also while the time is not typed or has passed", () => {
    expect(embargoConsequence(null, now)).toContain("Isi tanggal dan pukul");
    expect(embargoConsequence("now", now)).toBe("Pemenang langsung terlihat oleh semua pengguna edisi ini.");
    expect(embargoConsequence(declared(30).embargoUntil, now)).toContain(
      "Sampai 12 Oktober 2021 pukul 09.30",
    );
    expect(embargoConsequence(declared(-30).embargoUntil, now)).toContain("sudah lewat");
  });

  it("says who sees hidden winners, and from when everybody does", () => {
    expect(hiddenSentence(null, false)).toContain("menunggu segel");
    expect(hiddenSentence(null, true)).toContain("belum diumumkan");
    expect(hiddenSentence(declared(30), true)).toContain("mulai 12 Oktober 2021 pukul 09.30");
  });
});
