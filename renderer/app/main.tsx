import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./base.css";
import { MantineProvider } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import "dayjs/locale/id";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Router } from "wouter";
import { z } from "zod";
import { id as indonesian } from "zod/locales";
import { query } from "../api/client.ts";
import { LiveUpdates } from "../api/live.tsx";
import { queryClient } from "../api/queryClient.ts";
import { CrashScreen } from "./crash.tsx";
import { useHashLocation } from "./hashLocation.ts";
import { Shell } from "./shell.tsx";
import { cssVariables, theme } from "./theme.ts";

z.config(indonesian());
// On its way while the page is built: the first screen waits for it.
void queryClient.prefetchQuery(query.editions.list.queryOptions());

const root = document.getElementById("root");
if (!root) throw new Error("the page has no #root");

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: "id", firstDayOfWeek: 1 }}>
        <QueryClientProvider client={queryClient}>
          <CrashScreen>
            <Router hook={useHashLocation} searchHook={useHashLocation.searchHook}>
              <Shell />
            </Router>
          </CrashScreen>
          {/* Where no button stands: headings are at the left, what is done at the right and below. */}
          <Notifications position="top-center" limit={3} containerWidth={460} />
          <LiveUpdates />
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  </StrictMode>,
);
