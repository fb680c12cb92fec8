// The screens and their addresses. What is not needed at the door is fetched when first opened.
import type { ComponentType } from "react";
import { createBrowserRouter, redirect, type LazyRouteFunction, type RouteObject } from "react-router";
import { HomeScreen } from "../features/home/HomeScreen.tsx";
import { SignInScreen } from "../features/session/SignInScreen.tsx";
import { FirstRunScreen } from "../features/setup/FirstRunScreen.tsx";
import { api, failureOf } from "../platform/api.ts";
import { doorFor } from "../platform/door.ts";
import { isSignedIn } from "../platform/sign-in.ts";
import { Broken, NotFound, Opening } from "./Broken.tsx";
import { addWords } from "./i18n.ts";
import { Shell } from "./Shell.tsx";

/** Sends whoever is not signed in to the door, which leads back here. */
function signedIn({ request }: { request: Request }) {
  if (isSignedIn()) return null;
  const { pathname, search } = new URL(request.url);
  return redirect(doorFor(pathname + search));
}

/** Sends an empty data folder to its first page. Without the network the door opens for those whom this machine knows. */
async function setUp() {
  try {
    const { state } = await api.call("setupState", {});
    return state === "empty" ? redirect("/bat-dau") : null;
  } catch (error) {
    if (failureOf(error) === "network" && (await window.banhop?.session.knowsAnybody())) return null;
    throw error;
  }
}

/** Sends whoever comes to the first page of a unit that is set up to the door. */
async function notSetUp() {
  const { state } = await api.call("setupState", {});
  return state === "empty" ? null : redirect("/dang-nhap");
}

/** A screen of a feature with its words, both fetched together. */
function feature(
  name: string,
  fetch: () => Promise<[ComponentType, { vi: object; en: object }]>,
): LazyRouteFunction<RouteObject> {
  return async () => {
    const [Component, words] = await fetch();
    addWords(name, words);
    return { Component };
  };
}

const routes: RouteObject[] = [
  {
    Component: Shell,
    ErrorBoundary: Broken,
    HydrateFallback: Opening,
    children: [
      { path: "/dang-nhap", loader: setUp, Component: SignInScreen },
      { path: "/bat-dau", loader: notSetUp, Component: FirstRunScreen },
      {
        loader: signedIn,
        children: [
          { path: "/", Component: HomeScreen },
          {
            path: "/cuoc-hop/:meetingId",
            lazy: feature("meeting", async () => {
              const [screen, words] = await Promise.all([
                import("../features/meeting/MeetingScreen.tsx"),
                import("../features/meeting/words.ts"),
              ]);
              return [screen.MeetingScreen, words];
            }),
          },
          {
            path: "/tai-lieu/:paperId",
            lazy: feature("reader", async () => {
              const [screen, words] = await Promise.all([
                import("../features/reader/ReaderScreen.tsx"),
                import("../features/reader/words.ts"),
              ]);
              return [screen.ReaderScreen, words];
            }),
          },
          {
            path: "/tai-khoan",
            lazy: feature("account", async () => {
              const [screen, words] = await Promise.all([
                import("../features/account/AccountScreen.tsx"),
                import("../features/account/words.ts"),
              ]);
              return [screen.AccountScreen, words];
            }),
          },
          {
            path: "/nguoi-dung",
            lazy: feature("people", async () => {
              const [screen, words] = await Promise.all([
                import("../features/people/PeopleScreen.tsx"),
                import("../features/people/words.ts"),
              ]);
              return [screen.PeopleScreen, words];
            }),
          },
        ],
      },
      { path: "*", Component: NotFound },
    ],
  },
];

/** The router. Making it runs the loaders of the first screen, so the server has to be known by then. */
export function createRouter() {
  return createBrowserRouter(routes);
}
