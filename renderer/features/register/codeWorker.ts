import { prepareZXingModule } from "zxing-wasm/reader";
import { readCodes } from "./readCodes.ts";

/** What the page asks, and is answered under the same number. */
export interface ReadOrder {
  id: number;
  picture: ImageData;
}
export interface ReadAnswer {
  id: number;
  codes: string[];
}

// Our own copy: nothing is ever fetched from elsewhere.
const address = new URL("zxing-wasm/reader/zxing_reader.wasm", import.meta.url).href;
prepareZXingModule({ overrides: { locateFile: () => address } });

const answer = (message: ReadAnswer) => self.postMessage(message, { transfer: [] });

self.addEventListener("message", ({ data }: MessageEvent<ReadOrder>) => {
  void readCodes(data.picture).then(
    (codes) => answer({ id: data.id, codes }),
    // A picture that cannot be read has no code that anybody could read.
    () => answer({ id: data.id, codes: [] }),
  );
});
