/** A new PIN as it is typed: once, and again so that no slip locks somebody out. */
export interface NewPin {
  pin: string;
  again: string;
}

export const noPin: NewPin = { pin: "", again: "" };
export const shortestPin = 6;

/** Signs that anybody tries first: one repeated, a run, or a short group over and over. */
export function isGuessable(pin: string): boolean {
  if (/^(.{1,3})\1+$/.test(pin)) return true;
  const steps = Array.from(pin)
    .slice(1)
    .map((sign, at) => sign.charCodeAt(0) - pin.charCodeAt(at));
  // After 9 comes 0, as on a telephone.
  const isRun = (by: 1 | -1) => steps.every((step) => step === by || step === by * -9);
  return steps.length > 0 && (isRun(1) || isRun(-1));
}

/** What is wrong with either field; nothing is said about one that is still empty. */
export function findPinFaults({ pin, again }: NewPin): { pin?: string; again?: string } {
  const short = pin !== "" && pin.length < shortestPin;
  const guessable = !short && isGuessable(pin);
  const differs = again !== "" && !pin.startsWith(again) && pin !== again;
  return {
    ...(short ? { pin: `Paling sedikit ${shortestPin} angka atau huruf` } : {}),
    ...(guessable ? { pin: "Terlalu mudah ditebak: jangan berurutan atau berulang" } : {}),
    ...(differs ? { again: "Belum sama dengan PIN di atasnya" } : {}),
  };
}

export function isUsable({ pin, again }: NewPin): boolean {
  return pin.length >= shortestPin && !isGuessable(pin) && pin === again;
}
