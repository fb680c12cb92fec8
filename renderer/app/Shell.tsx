// Around every screen: answers commands (desktop menu, keys, account menu), leads to the door when the session ends and
// to the account while the password must be changed.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Navigate, Outlet, useLocation, useNavigate } from "react-router";
import { api } from "../platform/api.ts";
import { giveCommand, onCommand, type PageCommand } from "../platform/commands.ts";
import { useMe, useSignOut } from "../platform/me.ts";
import { doorFor } from "../platform/door.ts";
import { isSignedIn, leave } from "../platform/sign-in.ts";
import { startKeeping } from "../offline/keeping.ts";
import { wordsAtStake } from "../sync/rooms.ts";
import { useRoomPerson } from "../sync/use-room.ts";
import { AskSignOut } from "./AskSignOut.tsx";
import { KeyboardHelp } from "./KeyboardHelp.tsx";
import { SearchDialog } from "./SearchDialog.tsx";
import { StaleVersion, useStaleVersion } from "./StaleVersion.tsx";
import { commandOfKey } from "./keys.ts";

type Open = "search" | "keyboard-help" | "sign-out" | null;

export function Shell() {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const stale = useStaleVersion();
  useAnswers(setOpen);
  useKeys();
  useExpiry();
  const { pathname } = useLocation();
  const me = useMe();
  if (stale) return <StaleVersion {...stale} />;
  if (me?.mustChangePassword && isSignedIn() && pathname !== "/tai-khoan") {
    return <Navigate to="/tai-khoan" replace />;
  }
  return (
    <>
      <Outlet />
      {isSignedIn() && <Keeping />}
      {open === "search" && <SearchDialog onClose={close} />}
      {open === "keyboard-help" && <KeyboardHelp onClose={close} />}
      {open === "sign-out" && <AskSignOut onClose={close} />}
    </>
  );
}

function useAnswers(setOpen: (open: Open) => void): void {
  const navigate = useNavigate();
  const signOut = useSignOut();
  useEffect(() => {
    const acts: Record<PageCommand, () => unknown> = {
      home: () => navigate("/"),
      back: () => navigate(-1),
      settings: () => navigate("/tai-khoan"),
      search: () => setOpen("search"),
      "find-meeting": () => setOpen("search"),
      "keyboard-help": () => setOpen("keyboard-help"),
      "sign-out": () => (wordsAtStake() > 0 ? setOpen("sign-out") : signOut()),
    };
    return onCommand((command) => {
      // At the door there is nothing else to go to.
      if (isSignedIn() || command === "keyboard-help") void acts[command]();
      return true;
    });
  }, [navigate, setOpen, signOut]);
}

/** In the desktop window the menu has the same keys and answers them before the page hears of them. */
function useKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = event.defaultPrevented ? null : commandOfKey(event);
      if (!command) return;
      event.preventDefault();
      giveCommand(command);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

/** Shows nothing: this device looks after what it keeps while somebody is signed in. */
function Keeping() {
  const personId = useRoomPerson();
  const queries = useQueryClient();
  useEffect(() => {
    if (personId === null) return undefined;
    return startKeeping(personId, () => void queries.invalidateQueries());
  }, [personId, queries]);
  return null;
}

function useExpiry(): void {
  const navigate = useNavigate();
  const queries = useQueryClient();
  useEffect(
    () =>
      api.onExpiry(() => {
        if (!isSignedIn()) return; // told already, or never signed in
        const { pathname, search } = window.location;
        void leave().then(() => {
          queries.clear();
          return navigate(doorFor(pathname + search, true));
        });
      }),
    [navigate, queries],
  );
}
