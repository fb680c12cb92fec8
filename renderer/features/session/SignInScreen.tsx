// The door: user name and password, or one click for the people of the sample.
import { IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { RouteAnswer } from "../../platform/api.ts";
import { api, failureOf } from "../../platform/api.ts";
import { placeBehind } from "../../platform/door.ts";
import { Brand } from "../../ui/Brand.tsx";
import { Coin } from "../../ui/Coin.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Field } from "../../ui/Field.tsx";
import { PasswordField } from "../../ui/PasswordField.tsx";
import { AskAboutStore } from "./AskAboutStore.tsx";
import { OfflineRefused, useSignIn } from "./use-sign-in.ts";

/** Route /dang-nhap; `ve` in the query is the place to go to afterwards. */
export function SignInScreen() {
  const { t } = useTranslation("session");
  const [search] = useSearchParams();
  const setup = useQuery({ queryKey: ["setup"], queryFn: () => api.call("setupState", {}) });
  const { signIn, isPending, error, question } = useSignIn(placeBehind(search));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => form.get(name) as string; // text inputs of this form
    signIn({ userName: text("userName"), password: text("password"), ownDevice: form.has("ownDevice") });
  };
  const isAway = Boolean(window.banhop) && setup.isError && failureOf(setup.error) === "network";
  const accounts = setup.data?.sampleAccounts ?? [];
  return (
    <div className={accounts.length > 0 ? "door" : "door alone"}>
      <main>
        <Brand />
        <h1>{t("title")}</h1>
        <p className="door-unit">{setup.data?.organisationName}</p>
        {search.has("het-phien") && (
          <p role="status" className="tag need">
            {t("expired")}
          </p>
        )}
        <form onSubmit={submit}>
          <Field
            label={t("userName")}
            name="userName"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            required
          />
          <PasswordField label={t("password")} name="password" autoComplete="current-password" required />
          {isAway && (
            <p role="status" className="tag need">
              {t("away")}
            </p>
          )}
          <label className="check door-own">
            <input type="checkbox" name="ownDevice" />
            <span>
              <b>{t("own")}</b>
              <span className="meta">{t("ownText")}</span>
            </span>
          </label>
          {error instanceof OfflineRefused ? (
            <p role="alert" className="failure">
              {t(`offline.${error.reason}`)}
            </p>
          ) : (
            <Failure error={error ?? (isAway ? null : setup.error)} />
          )}
          <button type="submit" className="btn main big" disabled={isPending}>
            {t("signIn")}
          </button>
          <p className="meta">{t("forgot")}</p>
        </form>
      </main>
      {question && <AskAboutStore {...{ question, isPending }} />}
      {accounts.length > 0 && (
        <SamplePeople
          accounts={accounts}
          onEnter={(userName) => signIn({ userName, password: setup.data?.samplePassword ?? "", ownDevice: false })}
        />
      )}
    </div>
  );
}

interface SamplePeopleProps {
  accounts: RouteAnswer<"setupState">["sampleAccounts"];
  onEnter: (userName: string) => void;
}

function SamplePeople({ accounts, onEnter }: SamplePeopleProps) {
  const { t } = useTranslation("session");
  return (
    <aside aria-label={t("sample")}>
      <h2>{t("sample")}</h2>
      <p className="meta">{t("sampleText")}</p>
      <ul>
        {accounts.map(({ id, userName, fullName, title, role }) => (
          <li key={id}>
            <button type="button" className="door-person" onClick={() => onEnter(userName)}>
              <Coin personId={id} fullName={fullName} size="l" />
              <span className="grow">
                <b>{fullName}</b>
                <span className="meta">{t(`does.${role}`, { title })}</span>
              </span>
              <IconChevronRight className="i" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}
