// Starts the page: finds the server, prepares words and look, shows the first screen.
import "../polyfills.ts";
import "@fontsource/be-vietnam-pro/vietnamese-400.css";
import "@fontsource/be-vietnam-pro/latin-400.css";
import "@fontsource/be-vietnam-pro/vietnamese-500.css";
import "@fontsource/be-vietnam-pro/latin-500.css";
import "@fontsource/be-vietnam-pro/vietnamese-600.css";
import "@fontsource/be-vietnam-pro/latin-600.css";
import "@fontsource/be-vietnam-pro/vietnamese-700.css";
import "@fontsource/be-vietnam-pro/latin-700.css";
import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "./tokens.css";
import "./app.css";
import "../ui/ui.css";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { failureOf } from "../platform/api.ts";
import { wipeAtSignOut } from "../platform/device-store.ts";
import { lostSince, onConnection } from "../platform/connection.ts";
import { findServer } from "../platform/server.ts";
import { forgetWrittenAnswers } from "../platform/kept-answers.ts";
import { obeyRecallsFirst } from "../offline/recalls.ts";
import { isSignedIn, onLeave, resumeSignIn } from "../platform/sign-in.ts";
import { startI18n } from "./i18n.ts";
import { listenToMenu } from "../platform/commands.ts";
import { startPreferences } from "../platform/preferences.ts";
import { createRouter } from "./routes.tsx";
import { cssVariables, theme } from "./theme.ts";

/** Facts are refetched when a floor says so; beside that, this often is soon enough. */
const STALE_MS = 10_000;
/** Only a network that failed for a moment is worth asking again. */
const retry = (count: number, error: Error) => count < 1 && failureOf(error) === "network";

async function start(): Promise<void> {
  startPreferences();
  listenToMenu();
  await Promise.all([findServer(), resumeSignIn(), startI18n()]);
  wipeAtSignOut();
  onLeave(forgetWrittenAnswers);
  if (isSignedIn()) await obeyRecallsFirst();
  const root = document.getElementById("root");
  if (!root) throw new Error("the page has no root element");
  const router = createRouter();
  // "always": what the system says of its network is often wrong, and kept answers need none.
  const networkMode = "always";
  const queries = new QueryClient({
    defaultOptions: { queries: { staleTime: STALE_MS, retry, networkMode }, mutations: { networkMode } },
  });
  onConnection(() => {
    if (lostSince() === null) void queries.invalidateQueries();
  });
  createRoot(root).render(
    // No root element for Mantine: the colour scheme on it belongs to the preferences alone.
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} getRootElement={() => undefined}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

void start();
