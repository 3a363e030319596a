/** Tries of PIN and code share one wait: here it is the code that was typed. */
export function recoveryWords(sentence: string): string {
  return sentence.replace(/^PIN untuk .+ beberapa kali salah\./, "Kode atau PIN beberapa kali salah.");
}
