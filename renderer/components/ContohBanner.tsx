import styles from "./ContohBanner.module.css";

/** Stands above every screen of a sample edition. */
export function ContohBanner() {
  return (
    <div className={styles.banner} role="note">
      <strong>CONTOH</strong> Nilai dalam edisi ini rekaan; semua dokumennya bertulisan CONTOH.
    </div>
  );
}
