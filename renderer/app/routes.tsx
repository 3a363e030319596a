import { Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import { lazy, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { StartPage } from "../features/editions/start.tsx";
import { MissingPage } from "./missing.tsx";

const BerandaPage = lazy(async () => ({
  default: (await import("../features/editions/page.tsx")).BerandaPage,
}));
const EditionPage = lazy(async () => ({
  default: (await import("../features/editions/page.tsx")).EditionPage,
}));
const RegionsPage = lazy(async () => ({
  default: (await import("../features/regions/page.tsx")).RegionsPage,
}));
const PanelistsPage = lazy(async () => ({
  default: (await import("../features/panelists/page.tsx")).PanelistsPage,
}));
const RulesPage = lazy(async () => ({ default: (await import("../features/rounds/page.tsx")).RulesPage }));
const OfficePage = lazy(async () => ({
  default: (await import("../features/office/page.tsx")).OfficePage,
}));
const NamesPage = lazy(async () => ({ default: (await import("../features/names/page.tsx")).NamesPage }));
const SecurityPage = lazy(async () => ({
  default: (await import("../features/security/page.tsx")).SecurityPage,
}));
const BoardPage = lazy(async () => ({ default: (await import("../features/sheets/page.tsx")).BoardPage }));
const GridPage = lazy(async () => ({ default: (await import("../features/sheets/page.tsx")).GridPage }));
const ResultsPage = lazy(async () => ({
  default: (await import("../features/results/page.tsx")).ResultsPage,
}));
const CorrectionPage = lazy(async () => ({
  default: (await import("../features/results/page.tsx")).CorrectionPage,
}));
const CorrectionFormPage = lazy(async () => ({
  default: (await import("../features/results/page.tsx")).CorrectionFormPage,
}));
const LedgerPage = lazy(async () => ({
  default: (await import("../features/ledger/page.tsx")).LedgerPage,
}));
const DocumentsPage = lazy(async () => ({
  default: (await import("../features/documents/page.tsx")).DocumentsPage,
}));
const StudioPage = lazy(async () => ({
  default: (await import("../features/designs/page.tsx")).StudioPage,
}));
const RegisterPage = lazy(async () => ({
  default: (await import("../features/register/page.tsx")).RegisterPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import("../features/settings/page.tsx")).SettingsPage,
}));

/** Which page a route shows. The first one comes with the shell, the others are loaded when first opened. */
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
        <Route path="/e/:editionId/persiapan/surat-acara" component={OfficePage} />
        <Route path="/e/:editionId/persiapan/nama" component={NamesPage} />
        <Route path="/e/:editionId/persiapan/pengamanan" component={SecurityPage} />
        <Route path="/e/:editionId/penilaian" component={BoardPage} />
        <Route path="/e/:editionId/penilaian/:roundId" component={BoardPage} />
        <Route path="/e/:editionId/penilaian/:roundId/:panelistId" component={GridPage} />
        <Route path="/e/:editionId/hasil" component={ResultsPage} />
        <Route path="/e/:editionId/hasil/:categoryId" component={ResultsPage} />
        <Route path="/e/:editionId/hasil/koreksi/baru" component={CorrectionFormPage} />
        <Route path="/e/:editionId/hasil/koreksi/:correctionId" component={CorrectionPage} />
        <Route path="/e/:editionId/catatan" component={LedgerPage} />
        <Route path="/e/:editionId/dokumen" component={DocumentsPage} />
        <Route path="/e/:editionId/dokumen/studio" component={StudioPage} />
        <Route path="/e/:editionId/dokumen/register" component={RegisterPage} />
        <Route path="/pengaturan" component={SettingsPage} />
        <Route component={MissingPage} />
      </Switch>
    </Suspense>
  );
}

function PageSkeleton() {
  return (
    <Stack>
      <VisuallyHidden component="h1">Membuka halaman…</VisuallyHidden>
      <Skeleton height={34} width={280} />
      <Skeleton height={420} />
    </Stack>
  );
}
