import { z } from "zod";

const printersKey = "lencana.printers";
const mostRemembered = 8;

/** Printers that papers were sent to from this computer, the last first. */
export function rememberedPrinters(): string[] {
  const stored: unknown = JSON.parse(localStorage.getItem(printersKey) ?? "[]");
  return z.array(z.string()).catch([]).parse(stored);
}

export function rememberPrinter(printer: string): void {
  const others = rememberedPrinters().filter((one) => one !== printer);
  localStorage.setItem(printersKey, JSON.stringify([printer, ...others].slice(0, mostRemembered)));
}
