import { useQueryClient } from "@tanstack/react-query";
import type { WholeDesign } from "../../../electron/contract/designs.ts";
import { api, query } from "../../api/client.ts";
import type { DesignDraft } from "./useDesignDraft.ts";

/** Puts a design that was just made on the desk. */
export function useOpenMade(editionId: number, onOpen: (key: string) => void) {
  const client = useQueryClient();
  return async (whole: WholeDesign) => {
    client.setQueryData(query.designs.get.queryKey({ input: { editionId, key: whole.key } }), whole);
    await client.invalidateQueries({ queryKey: query.designs.list.key({ input: { editionId } }) });
    onOpen(whole.key);
  };
}

/** Makes a design of its own of what is on the desk, saved or not, and opens it. */
export function useCopyDraft({
  editionId,
  saved,
  draft,
  onOpen,
}: {
  editionId: number;
  saved: WholeDesign;
  draft: DesignDraft;
  onOpen: (key: string) => void;
}) {
  const open = useOpenMade(editionId, onOpen);
  return async () => {
    const { design, outdated, takeStored } = draft;
    const name = `Salinan ${saved.name}`.slice(0, 200);
    const whole = await api.designs.copy({ editionId, key: saved.key, name, design });
    // The draft lives on as the copy, beside what somebody else saved.
    if (outdated) takeStored();
    await open(whole);
  };
}
