// The coin at the upper edge of every screen: who is signed in, how this device shows things, and the way out.
import { IconKeyboard, IconLogout, IconSettings, IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { hasRole, useMe } from "../platform/use-me.ts";
import { Coin } from "./Coin.tsx";
import { Menu } from "./Menu.tsx";
import { PreferenceSwitches } from "./PreferenceSwitches.tsx";
import { useSignOut } from "./use-sign-out.ts";

/** Nothing before it is known who is signed in. `small`: the coin without the name. */
export function AccountMenu({ small = false }: { small?: boolean }) {
  const { t } = useTranslation("app");
  const me = useMe().data?.person;
  const signOut = useSignOut();
  if (!me) return null;
  const showKeys = (): void => void window.dispatchEvent(new Event("banhop:keyboard-help"));
  return (
    <Menu
      label={t("account", { name: me.fullName })}
      face={
        <>
          <Coin fullName={me.fullName} position={9} />
          {!small && (
            <span className="hide-m ink" aria-hidden="true">
              {me.fullName}
            </span>
          )}
        </>
      }
    >
      <PreferenceSwitches />
      <hr />
      <Link to="/tai-khoan">
        <IconSettings className="i" aria-hidden /> {t("myAccount")}
      </Link>
      {hasRole(me, "administrator") && (
        <Link to="/nguoi-dung">
          <IconUsers className="i" aria-hidden /> {t("people")}
        </Link>
      )}
      <button type="button" onClick={showKeys}>
        <IconKeyboard className="i" aria-hidden /> {t("keys.title")}
      </button>
      <button type="button" onClick={signOut}>
        <IconLogout className="i" aria-hidden /> {t("signOut")}
      </button>
    </Menu>
  );
}
