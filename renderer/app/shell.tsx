import { AppShell } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation } from "wouter";
import { query } from "../api/client.ts";
import { clearError, findCode } from "../api/errors.tsx";
import { ContohBanner } from "../components/ContohBanner.tsx";
import { useShownEditionId } from "./edition.tsx";
import { AccountMenu, Door } from "../features/accounts/page.tsx";
import { MissingPage } from "./missing.tsx";
import { Navigation } from "./navigation.tsx";
import { Routes } from "./routes.tsx";
import { CommandPalette } from "./spotlight.tsx";

/** The frame around every page: the menu in the order of the work, the page, and Ctrl+K. */
export function Shell() {
  const [path] = useLocation();
  const editionId = useShownEditionId();
  const overview = useQuery({
    ...query.editions.overview.queryOptions({ input: { editionId: editionId ?? 0 } }),
    enabled: editionId !== null,
  });
  // What went wrong on another page is no news on this one.
  useEffect(clearError, [path]);
  const gone = editionId !== null && findCode(overview.error) === "NOT_FOUND";

  return (
    <>
      <a className="skip-link" href="#isi" onClick={skipToMain}>
        Langsung ke isi
      </a>
      <AppShell navbar={{ width: editionId === null ? 0 : 236, breakpoint: 0 }} padding={0}>
        {editionId !== null && (
          <AppShell.Navbar p="xs" style={{ borderColor: "var(--lencana-line)" }}>
            <Navigation editionId={editionId} overview={gone ? undefined : overview.data} />
          </AppShell.Navbar>
        )}
        <AppShell.Main id="isi" tabIndex={-1} style={{ outline: "none" }}>
          {path !== "/pengaturan" && overview.data?.edition.sample && <ContohBanner />}
          {editionId === null && (
            <div style={{ position: "fixed", right: 16, bottom: 16, width: 212 }}>
              <AccountMenu />
            </div>
          )}
          <div style={{ padding: "20px 24px 32px" }}>{gone ? <MissingPage /> : <Routes />}</div>
        </AppShell.Main>
      </AppShell>
      <CommandPalette editionId={gone ? null : editionId} />
      <Door />
    </>
  );
}

function skipToMain(event: React.MouseEvent) {
  event.preventDefault();
  document.getElementById("isi")?.focus();
}
