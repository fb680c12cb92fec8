// The account page: who I am, how this device shows things, my password, my devices. While the password must be changed
// it is the only page there is, and shows nothing but that.
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Person } from "../../../shared/protocol/http/schemas.ts";
import { giveCommand } from "../../platform/commands.ts";
import { useMe } from "../../platform/me.ts";
import { Brand } from "../../ui/Brand.tsx";
import { Coin } from "../../ui/Coin.tsx";
import { PreferenceSwitches } from "../../ui/PreferenceSwitches.tsx";
import { TopEdge } from "../../ui/TopEdge.tsx";
import { KeptHere } from "./KeptHere.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { SessionList } from "./SessionList.tsx";
import "./account.css";

/** Route /tai-khoan. */
export function AccountScreen() {
  const { t } = useTranslation("account");
  const me = useMe();
  if (me?.mustChangePassword) return <MustChange person={me} />;
  return (
    <>
      <TopEdge person={me} />
      <main className="page-column">
        <h1>{t("title")}</h1>
        {me && <Facts person={me} />}
        <section className="page-part switches">
          <h2>{t("display")}</h2>
          <PreferenceSwitches />
        </section>
        {me && <PasswordForm userName={me.userName} />}
        {me && <SessionList />}
        {me && <KeptHere />}
      </main>
    </>
  );
}

function MustChange({ person }: { person: Person }) {
  const { t } = useTranslation("account");
  const navigate = useNavigate();
  return (
    <main className="page-column">
      <Brand />
      <h1>{t("mustTitle")}</h1>
      <p>{t("mustText")}</p>
      <PasswordForm userName={person.userName} onForcedDone={() => void navigate("/")} />
      <button type="button" className="btn plain start" onClick={() => giveCommand("sign-out")}>
        {t("leave")}
      </button>
    </main>
  );
}

function Facts({ person }: { person: Person }) {
  const { t } = useTranslation("account");
  return (
    <section className="row account-facts" aria-label={person.fullName}>
      <Coin personId={person.id} fullName={person.fullName} size="l" />
      <div>
        <h2>{person.fullName}</h2>
        <dl>
          <dt>{t("facts.userName")}</dt>
          <dd>{person.userName}</dd>
          {person.title && (
            <>
              <dt>{t("facts.position")}</dt>
              <dd>{person.title}</dd>
            </>
          )}
          <dt>{t("facts.unit")}</dt>
          <dd>{person.memberships.map(({ organisationName }) => organisationName).join(", ")}</dd>
        </dl>
      </div>
    </section>
  );
}
