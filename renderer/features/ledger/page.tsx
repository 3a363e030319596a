export { LedgerPage } from "./ledgerPage.tsx";
