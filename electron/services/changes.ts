import { os } from "./context.ts";

export const changes = {
  watch: os.changes.watch.handler(async function* ({ context, signal }) {
    const stream = context.changes.subscribe("change", signal ? { signal } : {});
    yield { editionId: null, nouns: [] };
    yield* stream;
  }),
};
