import { shortHead } from "../../electron/domain/ledger.ts";
import styles from "./HashText.module.css";

/** A hash, whole or short already, in the groups that are read aloud and held against paper. */
export function HashText({ hash }: { hash: string }) {
  return <span className={styles.hash}>{/^[0-9a-f]{64}$/.test(hash) ? shortHead(hash) : hash}</span>;
}
