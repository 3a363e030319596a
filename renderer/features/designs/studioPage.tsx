import { Alert, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useSearchParams } from "wouter";
import { useEditionId } from "../../app/edition.tsx";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Studio } from "./studio.tsx";
import classes from "./studio.module.css";

/** Where a charter's look is made: its parts, the very page, and what can be set of each. */
export function StudioPage() {
  const editionId = useEditionId();
  const [params, setParams] = useSearchParams();
  const asked = params.get("rancangan");
  const rows = useQuery(query.designs.list.queryOptions({ input: { editionId } }));
  const key = rows.data?.find((row) => row.key === asked)?.key ?? rows.data?.[0]?.key ?? null;
  const whole = useQuery({
    ...query.designs.get.queryOptions({ input: { editionId, key: key ?? "" } }),
    enabled: key !== null,
  });
  const onOpen = useCallback(
    (next: string) => setParams({ rancangan: next }, { replace: true }),
    [setParams],
  );
  const error = rows.error ?? whole.error;
  if (rows.data && whole.data && whole.data.key === key) {
    return (
      <Studio
        key={`${editionId}/${key}`}
        editionId={editionId}
        rows={rows.data}
        saved={whole.data}
        onOpen={onOpen}
      />
    );
  }
  return (
    <>
      <PageHeader title="Studio piagam" description="Membuka rancangan piagam." />
      {error ? (
        <Alert color="red" title="Rancangan piagam tidak dapat dibaca">
          {sentenceOf(error)}
        </Alert>
      ) : (
        <div className={classes.panes} aria-busy="true" aria-label="Membuka rancangan">
          <Skeleton height="100%" />
          <Skeleton height="100%" />
          <Skeleton height="100%" />
        </div>
      )}
    </>
  );
}
