import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findBareName,
  fittingGelar,
  hasLooseGelar,
  joinName,
  partsOf,
  splitName,
  tidyParts,
} from "../../electron/domain/personName.ts";
import { titlesAfter, titlesBefore } from "../../electron/domain/titles.ts";

const parts = (before: string | null, name: string, after: string | null) => ({ before, name, after });

test.each([
  ["Suprawoto", parts(null, "Suprawoto", null)],
  ["Dr. Drs. H. Suprawoto, S.H., M.Si.", parts("Dr. Drs. H.", "Suprawoto", "S.H., M.Si.")],
  ["Dra. Hj. Khofifah Indar Parawansa, M.Si.", parts("Dra. Hj.", "Khofifah Indar Parawansa", "M.Si.")],
  ["H. Aditya Halindra Faridzky, S.E.", parts("H.", "Aditya Halindra Faridzky", "S.E.")],
  [
    "Dr. H. Emil Elestianto Dardak, B.Bus., M.Sc.",
    parts("Dr. H.", "Emil Elestianto Dardak", "B.Bus., M.Sc."),
  ],
  ["Drs. H. M. Sanusi, M.M.", parts("Drs. H.", "M. Sanusi", "M.M.")],
  ["dr. Aminatun Habibah, M.Kes., Sp.A", parts("dr.", "Aminatun Habibah", "M.Kes., Sp.A")],
  ["Eri Cahyadi, ST, MT", parts(null, "Eri Cahyadi", "ST, MT")],
  ["Maryoto Birowo MM", parts(null, "Maryoto Birowo", "MM")],
  ["K.H. Abdul Halim Iskandar", parts("K.H.", "Abdul Halim Iskandar", null)],
  ["Prof. Dr. Jusuf Irianto, Drs., M.Com.", parts("Prof. Dr.", "Jusuf Irianto", "Drs., M.Com.")],
  ["Ma'ruf Amin", parts(null, "Ma'ruf Amin", null)],
  ["R. Soesilo", parts("R.", "Soesilo", null)],
  ["Badan Kepegawaian, Kabupaten Magetan", parts(null, "Badan Kepegawaian, Kabupaten Magetan", null)],
  ["H.", parts(null, "H.", null)],
])("%s is taken apart", (full, expected) => {
  expect(splitName(full)).toEqual(expected);
});

test.each([
  [parts("Dr. H.", "Emil", "S.H., M.Hum."), "Dr. H. Emil, S.H., M.Hum."],
  [parts(null, "Emil", "S.H."), "Emil, S.H."],
  [parts("Dr.", "Emil", null), "Dr. Emil"],
  [parts(null, "Emil", null), "Emil"],
])("parts %j are printed as %s", (person, full) => {
  expect(joinName(person)).toBe(full);
});

test("what is typed into the parts is tidied", () => {
  expect(tidyParts(parts("  Dr.  H. ,", " Emil   Dardak ,", ",S.H.,M.Hum. , "))).toEqual(
    parts("Dr. H.", "Emil Dardak", "S.H., M.Hum."),
  );
  expect(tidyParts(parts(" ", "Emil", ","))).toEqual(parts(null, "Emil", null));
});

describe("titles that are kept beside a full name", () => {
  const gelar = { before: "Dr.", after: "M.Si." };

  test("part it from the name", () => {
    expect(partsOf("Dr. Emil, M.Si.", gelar)).toEqual(parts("Dr.", "Emil", "M.Si."));
    expect(findBareName("Dr. Emil, M.Si.", gelar)).toBe("Emil");
  });

  test.each(["Emil", "Dr. Emil", "Dr. , M.Si.", "Dr.  Emil, M.Si.", "Dr., M.Si."])(
    "are let go where the name has become “%s”",
    (full) => {
      expect(fittingGelar(full, gelar)).toBeNull();
      expect(partsOf(full, gelar)).toEqual(parts(null, full, null));
    },
  );

  test("stand loose as long as they are only in the name", () => {
    expect(hasLooseGelar("Dr. Emil, M.Si.", null)).toBe(true);
    expect(hasLooseGelar("Dr. Emil, M.Si.", gelar)).toBe(false);
    expect(hasLooseGelar("Emil", null)).toBe(false);
  });
});

const arbitraryBare = fc
  .array(fc.stringMatching(/^[A-Z][a-z]{3,9}$/), { minLength: 1, maxLength: 4 })
  .filter((words) => !words.some((word) => titlesBefore.includes(word)))
  .map((words) => words.join(" "));
const some = (titles: string[]) => fc.uniqueArray(fc.constantFrom(...titles), { maxLength: 4 });

test("a name with known titles is taken apart into what it was joined from", () => {
  fc.assert(
    fc.property(some(titlesBefore), arbitraryBare, some(titlesAfter), (first, name, last) => {
      const person = parts(first.join(" ") || null, name, last.join(", ") || null);
      expect(splitName(joinName(person))).toEqual(person);
    }),
  );
});

test("any tidy parts are found again in the full name, and joining is steady", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 20 });
  fc.assert(
    fc.property(text, text, text, (before, name, after) => {
      const person = tidyParts(parts(before, name, after));
      fc.pre(person.name !== "");
      expect(partsOf(joinName(person), person)).toEqual(person);
      expect(tidyParts(person)).toEqual(person);
    }),
  );
});
