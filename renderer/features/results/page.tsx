import { Alert, Button, NativeSelect, Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconTournament } from "@tabler/icons-react";
import { useLocation, useParams } from "wouter";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { useSeat } from "../../app/seat.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { CategoryResults } from "./category.tsx";

export { CorrectionFormPage } from "./correctionForm.tsx";
export { CorrectionPage } from "./correctionPage.tsx";

/** Hasil: the ranking of every round of a category, its ties, and who receives its awards. */
export function ResultsPage() {
  const editionId = useEditionId();
  const { categoryId: asked } = useParams<{ categoryId?: string }>();
  const [, navigate] = useLocation();
  const categories = useQuery(query.categories.list.queryOptions({ input: { editionId } }));
  const category = categories.data?.find((each) => String(each.id) === asked) ?? categories.data?.[0];
  const results = useQuery({
    ...query.results.get.queryOptions({ input: { categoryId: category?.id ?? 0 } }),
    enabled: category !== undefined,
  });
  const awards = useQuery(query.awards.list.queryOptions({ input: { editionId } }));
  const seat = useSeat(editionId);
  const seals = useQuery({
    ...query.seals.list.queryOptions({ input: { editionId } }),
    enabled: seat.secured,
  });
  const failure = categories.error ?? results.error ?? awards.error ?? seals.error;

  const sealsKnown = !seat.secured || seals.data !== undefined;

  const several = (categories.data?.length ?? 0) > 1;
  return (
    <>
      <PageHeader
        title="Hasil"
        description="Peringkat tiap babak. Tekan Enter atau klik sebuah baris untuk melihat mengapa."
        actions={
          several && (
            <NativeSelect
              aria-label="Kategori"
              value={category?.id}
              onChange={(event) => navigate(`/e/${editionId}/hasil/${event.currentTarget.value}`)}
              data={categories.data?.map((each) => ({ value: String(each.id), label: each.name }))}
            />
          )
        }
      />
      {failure && (
        <Alert color="red" title="Hasil tidak dapat dibaca">
          {sentenceOf(failure)}
        </Alert>
      )}
      {!failure && categories.data && (category === undefined || category.rounds.length === 0) && (
        <EmptyState
          icon={IconTournament}
          title="Belum ada babak"
          sentence="Hasil dihitung dari babak: susun dahulu babak, indikator, dan bobotnya di Tata nilai."
          action={
            <Button onClick={() => navigate(`/e/${editionId}/persiapan/tata-nilai`)}>Susun tata nilai</Button>
          }
        />
      )}
      {category && category.rounds.length > 0 && results.data && awards.data && sealsKnown && (
        <CategoryResults
          key={results.data.categoryId}
          editionId={editionId}
          rounds={results.data.rounds}
          recipients={results.data.recipients}
          awards={awards.data.filter((award) => award.categoryId === results.data.categoryId)}
          hidden={results.data.hidden}
          seals={seals.data ?? []}
          seat={seat}
        />
      )}
      {!failure && category?.rounds.length !== 0 && !(results.data && awards.data && sealsKnown) && (
        <Stack aria-busy="true" aria-label="Menghitung hasil">
          <Skeleton height={36} width={420} />
          <Skeleton height={60} />
          <Skeleton height={460} />
        </Stack>
      )}
    </>
  );
}
