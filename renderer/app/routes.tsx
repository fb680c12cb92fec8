// The screens and their addresses. Meeting and reader are fetched when first opened.
import { createBrowserRouter, redirect, type RouteObject } from "react-router";
import { HomeScreen } from "../features/home/HomeScreen.tsx";
import { SignInScreen } from "../features/session/SignInScreen.tsx";
import { FirstRunScreen } from "../features/setup/FirstRunScreen.tsx";
import { api } from "../platform/api.ts";
import { Broken, Opening } from "./Broken.tsx";
import { addWords } from "./i18n.ts";

/** Sends whoever is not signed in to the door. */
function signedIn() {
  return api.isSignedIn() ? null : redirect("/dang-nhap");
}

/** Sends an empty data folder to its first page. */
async function setUp() {
  const { state } = await api.call("setupState", {});
  return state === "empty" ? redirect("/bat-dau") : null;
}

const routes: RouteObject[] = [
  {
    ErrorBoundary: Broken,
    HydrateFallback: Opening,
    children: [
      { path: "/", loader: signedIn, Component: HomeScreen },
      { path: "/dang-nhap", loader: setUp, Component: SignInScreen },
      { path: "/bat-dau", Component: FirstRunScreen },
      {
        path: "/cuoc-hop/:meetingId",
        loader: signedIn,
        lazy: async () => {
          const [{ MeetingScreen }, words] = await Promise.all([
            import("../features/meeting/MeetingScreen.tsx"),
            import("../features/meeting/words.ts"),
          ]);
          addWords("meeting", words);
          return { Component: MeetingScreen };
        },
      },
      {
        path: "/tai-lieu/:paperId",
        loader: signedIn,
        lazy: async () => {
          const [{ ReaderScreen }, words] = await Promise.all([
            import("../features/reader/ReaderScreen.tsx"),
            import("../features/reader/words.ts"),
          ]);
          addWords("reader", words);
          return { Component: ReaderScreen };
        },
      },
      { path: "*", loader: () => redirect("/") },
    ],
  },
];

/** The router. Making it runs the loaders of the first screen, so the server has to be known by then. */
export function createRouter() {
  return createBrowserRouter(routes);
}
