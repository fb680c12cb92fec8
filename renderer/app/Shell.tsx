// What surrounds every screen of a signed-in person: the commands of the desktop's menu, the list of keys, and the
// first password, which must be changed before anything else.
import { useCallback, useEffect, useState } from "react";
import { Navigate, Outlet, useLocation, useNavigate } from "react-router";
import { useMenuCommand } from "../platform/menu-commands.ts";
import { useMe } from "../platform/use-me.ts";
import { useSignOut } from "../ui/use-sign-out.ts";
import { KeyboardHelp } from "./KeyboardHelp.tsx";

export function Shell() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [showsKeys, setShowsKeys] = useState(false);
  const me = useMe().data?.person;
  const go = useCallback((place: string | -1) => void (place === -1 ? navigate(-1) : navigate(place)), [navigate]);
  useMenuCommand(
    "home",
    useCallback(() => go("/"), [go]),
  );
  useMenuCommand(
    "back",
    useCallback(() => go(-1), [go]),
  );
  useMenuCommand(
    "settings",
    useCallback(() => go("/tai-khoan"), [go]),
  );
  useMenuCommand("sign-out", useSignOut());
  const showKeys = useCallback(() => setShowsKeys(true), []);
  useMenuCommand("keyboard-help", showKeys);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "F1") return;
      event.preventDefault();
      showKeys();
    };
    window.addEventListener("keydown", press);
    window.addEventListener("banhop:keyboard-help", showKeys);
    return () => {
      window.removeEventListener("keydown", press);
      window.removeEventListener("banhop:keyboard-help", showKeys);
    };
  }, [showKeys]);
  if (me?.mustChangePassword && pathname !== "/tai-khoan") return <Navigate to="/tai-khoan" replace />;
  return (
    <>
      <Outlet />
      {showsKeys && <KeyboardHelp onClose={() => setShowsKeys(false)} />}
    </>
  );
}
