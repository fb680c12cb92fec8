// One's own account: how this device shows things, the password, and where one is signed in.
import { useTranslation } from "react-i18next";
import { useMe } from "../../platform/use-me.ts";
import { PreferenceSwitches } from "../../ui/PreferenceSwitches.tsx";
import { TopEdge } from "../../ui/TopEdge.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { SessionList } from "./SessionList.tsx";
import "./account.css";

export function AccountScreen() {
  const { t } = useTranslation("account");
  const me = useMe().data?.person;
  const mustChange = me?.mustChangePassword ?? false;
  return (
    <>
      <TopEdge />
      <main className="account">
        <h1>{t("title")}</h1>
        {me && <p className="meta">{[me.fullName, me.title, me.userName].filter(Boolean).join(" · ")}</p>}
        {mustChange && (
          <p className="banner" role="status">
            {t("mustChange")}
          </p>
        )}
        <section className="sheet" aria-labelledby="account-password">
          <h2 id="account-password">{t("password.title")}</h2>
          <PasswordForm userName={me?.userName ?? ""} />
        </section>
        {!mustChange && (
          <>
            <section className="sheet" aria-labelledby="account-sessions">
              <h2 id="account-sessions">{t("sessions.title")}</h2>
              <SessionList />
            </section>
            <section className="sheet" aria-labelledby="account-device">
              <h2 id="account-device">{t("device")}</h2>
              <PreferenceSwitches />
            </section>
          </>
        )}
      </main>
    </>
  );
}
