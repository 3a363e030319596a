import { Skeleton, Stack } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { ComponentType } from "react";
import { Redirect, Route, Switch } from "wouter";
import { MissingPage } from "./missing.tsx";

const modules = import.meta.glob<Record<string, ComponentType>>("../features/*/page.tsx");

function page(feature: string, name: string) {
  return lazy(async () => {
    const load = modules[`../features/${feature}/page.tsx`];
    const component = load ? (await load())[name] : undefined;
    return { default: component ?? MissingPage };
  });
}

const StartPage = page("editions", "StartPage");
const BerandaPage = page("editions", "BerandaPage");
const EditionPage = page("editions", "EditionPage");
const RegionsPage = page("regions", "RegionsPage");
const PanelistsPage = page("panelists", "PanelistsPage");
const RulesPage = page("rounds", "RulesPage");
const BoardPage = page("sheets", "BoardPage");
const GridPage = page("sheets", "GridPage");
const ResultsPage = page("results", "ResultsPage");
const DocumentsPage = page("documents", "DocumentsPage");
const SettingsPage = page("settings", "SettingsPage");

/** Which page a route shows. Pages are loaded when first opened. */
export function Routes() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Switch>
        <Route path="/" component={StartPage} />
        <Route path="/e/:editionId" component={BerandaPage} />
        <Route path="/e/:editionId/persiapan">
          {({ editionId }) => <Redirect to={`/e/${editionId}/persiapan/edisi`} replace />}
        </Route>
        <Route path="/e/:editionId/persiapan/edisi" component={EditionPage} />
        <Route path="/e/:editionId/persiapan/daerah" component={RegionsPage} />
        <Route path="/e/:editionId/persiapan/panelis" component={PanelistsPage} />
        <Route path="/e/:editionId/persiapan/tata-nilai" component={RulesPage} />
        <Route path="/e/:editionId/penilaian" component={BoardPage} />
        <Route path="/e/:editionId/penilaian/:roundId" component={BoardPage} />
        <Route path="/e/:editionId/penilaian/:roundId/:panelistId" component={GridPage} />
        <Route path="/e/:editionId/hasil" component={ResultsPage} />
        <Route path="/e/:editionId/hasil/:categoryId" component={ResultsPage} />
        <Route path="/e/:editionId/dokumen" component={DocumentsPage} />
        <Route path="/pengaturan" component={SettingsPage} />
        <Route component={MissingPage} />
      </Switch>
    </Suspense>
  );
}

function PageSkeleton() {
  return (
    <Stack aria-busy="true" aria-label="Membuka halaman">
      <Skeleton height={34} width={280} />
      <Skeleton height={420} />
    </Stack>
  );
}
