import type { ProseBlock, ProseText } from "./proseData.ts";

export interface Addressee {
  /** `Bupati Magetan`, or a panelist's name. */
  to: string;
  /** The head's name, the panelist's institution; null without. */
  second: string | null;
  /** `Pemerintah Kabupaten Magetan`; null without. */
  body: string | null;
  /** Null: `di Tempat`. */
  address: string | null;
}

export interface AddressLabelsWords {
  addressees: readonly Addressee[];
  /** Labels of the first sheet that are used up already. */
  used: number;
  /** Whether to draw where to cut; not on sheets of labels that come cut. */
  outlined: boolean;
}

function lines({ to, second, body, address }: Addressee): ProseText[] {
  return [
    "Kepada",
    [{ bold: `Yth. ${to}` }],
    ...[second, body].filter((line) => line !== null),
    address ?? "di Tempat",
  ];
}

/** Label amplop: a grid of addresses, for sheets of labels or to be cut. */
export function addressLabelBlocks({ addressees, used, outlined }: AddressLabelsWords): ProseBlock[] {
  const empty = Array.from({ length: used }, (): ProseText[] => []);
  return [{ kind: "labels", outlined, labels: [...empty, ...addressees.map(lines)] }];
}
