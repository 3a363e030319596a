import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { query } from "../../api/client.ts";
import { FileImage } from "../../components/FileImage.tsx";
import styles from "./settings.module.css";

interface LetterheadPreviewProps {
  lines: string[];
  address: string;
  emblem: boolean;
}

/** Roughly how the letterhead will stand on paper; the very paper is shown in Dokumen. */
export function LetterheadPreview({ lines, address, emblem }: LetterheadPreviewProps) {
  const picture = useQuery({
    ...query.settings.emblem.queryOptions({ input: { owner: "letterhead" } }),
    enabled: emblem,
  }).data;
  const shown = lines.filter((line) => line.trim() !== "");
  return (
    <figure className={styles.preview} aria-label="Gambaran kop surat">
      <div className={styles.sheet}>
        <div className={styles.kop}>
          <div className={styles.slot}>
            {emblem && picture ? <FileImage file={picture} alt="Lambang pada kop" /> : "tempat lambang"}
          </div>
          <div>
            {shown.map((line, index) => (
              <div key={line} className={index === shown.length - 1 ? styles.largest : undefined}>
                {line}
              </div>
            ))}
            <div className={styles.address}>{address}</div>
          </div>
        </div>
        <div className={styles.rule} />
      </div>
      <Text component="figcaption" size="xs" c="dimmed" ta="center" mt={4}>
        Gambaran kasar; bentuk pastinya terlihat di Dokumen.
      </Text>
    </figure>
  );
}
