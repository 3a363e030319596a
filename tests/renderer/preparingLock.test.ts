import { describe, expect, it } from "vitest";
import { rights } from "../../electron/contract/rights.ts";
import type { SecurityView } from "../../electron/contract/security.ts";
import { preparingLock } from "../../renderer/app/preparingLock.ts";
import type { Seat } from "../../renderer/app/seat.ts";

type Role = NonNullable<Seat["account"]>["role"];

function seat(role: Role, frozenAt: string | null): Seat {
  const security: SecurityView = {
    editionId: 1,
    securedAt: "2021-10-01T00:00:00.000Z",
    policy: null,
    signing: null,
    ruleBooks: [
      { version: 2, frozenAt, hash: null, shortHash: null, reason: null, signatures: [] },
      {
        version: 1,
        frozenAt: "2021-10-01T00:00:00.000Z",
        hash: null,
        shortHash: null,
        reason: null,
        signatures: [],
      },
    ],
    presentHash: null,
    openPoints: [],
    papersOut: 0,
  };
  return {
    secured: true,
    account: { id: 1, name: "Siti", role, closed: false },
    security,
    may: (right) => rights[right].some((one) => one === role),
  };
}

describe("what is prepared", () => {
  it("can be changed by anybody on an open edition, and by the secretary while no rule book is in force", () => {
    expect(preparingLock({ ...seat("operator", null), secured: false })).toBeNull();
    expect(preparingLock(seat("secretary", null))).toBeNull();
  });

  it("is only read by everybody else, who is told as whom they sit here", () => {
    const lock = preparingLock(seat("operator", "2021-10-02T00:00:00.000Z"));
    expect(lock).toMatchObject({ scope: "all" });
    expect(lock?.sentence).toContain("Hanya sekretaris");
    expect(lock?.sentence).toContain("sebagai operator");
  });

  it("keeps the secretary from the signed rule book only, and says where it is opened again", () => {
    const lock = preparingLock(seat("secretary", "2021-10-02T00:00:00.000Z"));
    expect(lock).toMatchObject({ scope: "rules" });
    expect(lock?.sentence).toContain("Tata nilai versi 2");
    expect(lock?.sentence).toContain("di Pengamanan");
  });
});
