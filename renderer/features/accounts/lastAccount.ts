const lastAccountKey = "lencana.lastAccount";

/** Who signed in last on this computer, so that the door already points at that name; null where nobody did. */
export function findLastAccount(): number | null {
  return Number(localStorage.getItem(lastAccountKey)) || null;
}

export function rememberAccount(accountId: number): void {
  localStorage.setItem(lastAccountKey, String(accountId));
}
