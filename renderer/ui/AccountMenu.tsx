// The coin at the upper edge of every screen: who is signed in, search, people (administrators), how this device shows
// things, the keys, and the way out.
import { IconKeyboard, IconLogout, IconSearch, IconSettings, IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { giveCommand } from "../platform/commands.ts";
import { unitManagedBy, useMe } from "../platform/me.ts";
import { Coin } from "./Coin.tsx";
import { Menu } from "./Menu.tsx";
import { PreferenceSwitches } from "./PreferenceSwitches.tsx";

/** Nothing before it is known who is signed in. `small`: the coin without the name. */
export function AccountMenu({ small = false }: { small?: boolean }) {
  const { t } = useTranslation("ui");
  const me = useMe();
  if (!me) return null;
  const face = (
    <>
      <Coin personId={me.id} fullName={me.fullName} />
      {!small && (
        <span className="hide-t ink" aria-hidden="true">
          {me.fullName}
        </span>
      )}
    </>
  );
  return (
    <Menu label={t("account", { name: me.fullName })} face={face}>
      <button type="button" onClick={() => giveCommand("find-meeting")}>
        <IconSearch className="i" aria-hidden /> {t("search")}
      </button>
      {unitManagedBy(me) !== null && (
        <Link to="/nguoi-dung">
          <IconUsers className="i" aria-hidden /> {t("people")}
        </Link>
      )}
      <Link to="/tai-khoan">
        <IconSettings className="i" aria-hidden /> {t("settings")}
      </Link>
      <hr />
      <PreferenceSwitches />
      <hr />
      <button type="button" onClick={() => giveCommand("keyboard-help")}>
        <IconKeyboard className="i" aria-hidden /> {t("keys")}
      </button>
      <button type="button" onClick={() => giveCommand("sign-out")}>
        <IconLogout className="i" aria-hidden /> {t("signOut")}
      </button>
    </Menu>
  );
}
