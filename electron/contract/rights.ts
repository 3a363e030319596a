import type { Role } from "./access.ts";

/** Which roles may do each kind of act on a secured edition; screens offer what the services allow. */
export const rights = {
  reading: ["secretary", "chair", "operator", "verifier", "auditor", "viewer"],
  preparing: ["secretary"],
  typing: ["operator"],
  verifying: ["verifier"],
  deciding: ["chair", "secretary"],
  /** Reads printed names a second time, as somebody other than who typed them. */
  checking: ["secretary", "chair", "verifier"],
  signing: ["secretary", "chair", "verifier"],
  printing: ["secretary", "operator", "verifier", "chair"],
  auditing: ["auditor", "secretary", "chair", "verifier"],
  administering: ["secretary"],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof rights;

/** Roles as the screen says them. */
export const roleNames: Record<Role, string> = {
  secretary: "sekretaris",
  chair: "ketua",
  operator: "operator",
  verifier: "verifikator",
  auditor: "pemeriksa",
  viewer: "pengamat",
};
