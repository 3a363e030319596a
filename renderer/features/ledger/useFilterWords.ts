import { useQuery } from "@tanstack/react-query";
import { query } from "../../api/client.ts";
import { type Filter, filterWords } from "./filter.ts";

/** What the filter shows, in words: on paper its fields are gone. */
export function useFilterWords(editionId: number, filter: Filter): string {
  const regions = useQuery(query.regions.list.queryOptions({ input: { editionId } }));
  const panelists = useQuery(query.panelists.list.queryOptions({ input: { editionId } }));
  return filterWords(filter, {
    region: regions.data?.find(({ code }) => code === filter.regionCode)?.label,
    panelist: panelists.data?.find(({ key }) => key === filter.panelistKey)?.name,
  });
}
