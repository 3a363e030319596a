/** A new PIN as it is typed: once, and again so that no slip locks somebody out. */
export interface NewPin {
  pin: string;
  again: string;
}

export const noPin: NewPin = { pin: "", again: "" };
export const shortestPin = 6;

/** What is wrong with either field; nothing is said about one that is still empty. */
export function findPinFaults({ pin, again }: NewPin): { pin?: string; again?: string } {
  const short = pin !== "" && pin.length < shortestPin;
  const differs = again !== "" && !pin.startsWith(again) && pin !== again;
  return {
    ...(short ? { pin: `Paling sedikit ${shortestPin} angka atau huruf` } : {}),
    ...(differs ? { again: "Belum sama dengan PIN di atasnya" } : {}),
  };
}

export function isUsable({ pin, again }: NewPin): boolean {
  return pin.length >= shortestPin && pin === again;
}
