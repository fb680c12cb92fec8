// The upper edge of the home page: the product, the unit, and the account with its settings for this device.
import { Menu } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Person } from "../../shared/protocol/http/schemas.ts";
import { readPreferences, writePreferences, type Preferences } from "../app/preferences.ts";
import { api } from "../platform/api.ts";
import { Brand } from "./Brand.tsx";
import { Coin } from "./Coin.tsx";

export function TopEdge({ person }: { person: Person | null }) {
  return (
    <header className="top">
      <Brand />
      <span className="meta grow clip">{person?.memberships[0]?.organisationName}</span>
      {person && <AccountMenu person={person} />}
    </header>
  );
}

function AccountMenu({ person }: { person: Person }) {
  const { t, i18n } = useTranslation("app");
  const navigate = useNavigate();
  const queries = useQueryClient();
  const prefer = (change: Partial<Preferences>) => {
    writePreferences({ ...readPreferences(), ...change });
    if (change.language) void i18n.changeLanguage(change.language);
  };
  const signOut = async () => {
    await api.call("signOut", {}).catch(() => null); // leaving works without a network too
    api.setToken(null);
    queries.clear(); // the next person at this page sees nothing of this one's
    await navigate("/dang-nhap");
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className="btn plain">
          <Coin fullName={person.fullName} position={9} />
          <span className="sr">{t("account", { name: person.fullName })}</span>
          <span className="hide-m" aria-hidden="true">
            {person.fullName}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => prefer({ theme: "light" })}>{t("light")}</Menu.Item>
        <Menu.Item onClick={() => prefer({ theme: "dark" })}>{t("dark")}</Menu.Item>
        {([16, 18, 20] as const).map((size) => (
          <Menu.Item key={size} onClick={() => prefer({ textSize: size })}>
            {t("textSize", { size })}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => prefer({ language: i18n.language === "vi" ? "en" : "vi" })}>
          {t("language")}
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{t("signOut")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
