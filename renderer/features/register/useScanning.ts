import { useCallback, useEffect, useRef, useState } from "react";
import type { ScanAnswer } from "../../../electron/contract/register.ts";
import { api } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { openCodeReader } from "./codeReader.ts";
import type { CodeReader } from "./codeReader.ts";

/** What read a code. */
export type ReadBy = "scanner" | "camera" | "file";

/** One sheet that was read in this sitting; "unread" holds no code that could be read, "file" is no sheet but its PDF. */
export interface Sight {
  id: number;
  kind: ScanAnswer["kind"] | "unread" | "file";
  sentence: string;
  serial: string | null;
  page: ScanAnswer["page"];
}

const ours = /^LENCANA1\//;

/** Everything that was read since the page was opened, the newest first, and the ways to read more. */
export function useScanning(editionId: number) {
  const [sights, setSights] = useState<Sight[]>([]);
  const [reading, setReading] = useState<string | null>(null);
  const reader = useRef<CodeReader | null>(null);
  const next = useRef(0);

  useEffect(() => () => reader.current?.close(), []);

  const add = useCallback((sight: Omit<Sight, "id">) => {
    setSights((before) => [{ ...sight, id: ++next.current }, ...before]);
  }, []);

  const scan = useCallback(
    async (code: string, by: ReadBy) => {
      try {
        add(await api.register.scan({ editionId, code: code.slice(0, 200), by }));
      } catch (error) {
        add({ kind: "unread", sentence: sentenceOf(error), serial: null, page: null });
      }
    },
    [editionId, add],
  );

  const readFiles = async (files: readonly File[]) => {
    reader.current ??= openCodeReader();
    // pdfjs is large and only needed here.
    const { sheetPictures } = await import("./sheetPictures.ts");
    for (const file of files) {
      setReading(file.name);
      try {
        for await (const { name, picture } of sheetPictures(file)) {
          setReading(name);
          if (picture === null) {
            const sentence = `${name} adalah berkas PDF dokumennya, bukan gambar lembar yang sudah dicetak. Pindai atau foto lembarnya.`;
            add({ kind: "file", sentence, serial: null, page: null });
            continue;
          }
          const codes = (await reader.current.read(picture)).filter((code) => ours.test(code));
          if (codes.length === 0) {
            const sentence = `${name}: tidak ada kode yang terbaca. Pindai lebih terang atau lebih dekat, atau ketik nomor serinya.`;
            add({ kind: "unread", sentence, serial: null, page: null });
          }
          for (const code of codes) await scan(code, "file");
        }
      } catch {
        const sentence = `${file.name} tidak dapat dibuka. Pilih PDF, JPG, atau PNG yang utuh.`;
        add({ kind: "unread", sentence, serial: null, page: null });
      }
    }
    setReading(null);
  };

  const readFrame = useCallback(async (picture: ImageData) => {
    reader.current ??= openCodeReader();
    return (await reader.current.read(picture)).filter((code) => ours.test(code));
  }, []);

  const unsee = useCallback(
    async (serial: string) => {
      await api.register.unsee({ editionId, serial });
      setSights((before) => before.filter((sight) => sight.serial !== serial));
    },
    [editionId],
  );

  return { sights, reading, scan, readFiles, readFrame, unsee };
}
