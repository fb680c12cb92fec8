// The door: user name and password, or one click for the people of the sample.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { api, messageOf } from "../../platform/api.ts";
import { Brand } from "../../ui/Brand.tsx";
import { Coin } from "../../ui/Coin.tsx";

interface Credentials {
  userName: string;
  password: string;
  ownDevice: boolean;
}

export function SignInScreen() {
  const { t } = useTranslation("session");
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const queries = useQueryClient();
  const setup = useQuery({ queryKey: ["setup"], queryFn: () => api.call("setupState", {}) });
  const signIn = useMutation({
    mutationFn: (body: Credentials) => api.call("signIn", { body }),
    onSuccess: ({ token }, { ownDevice }) => {
      queries.clear();
      api.setToken(token, ownDevice);
      return navigate(placeWithin(search.get("ve")));
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => form.get(name) as string; // text inputs of this form
    signIn.mutate({ userName: text("userName"), password: text("password"), ownDevice: form.has("ownDevice") });
  };
  const accounts = setup.data?.sampleAccounts ?? [];
  const enter = (userName: string) =>
    signIn.mutate({ userName, password: setup.data?.samplePassword ?? "", ownDevice: false });
  return (
    <div className={accounts.length > 0 ? "door" : ""}>
      <main className={accounts.length > 0 ? "" : "center-page"}>
        <Brand />
        <h1 style={{ marginTop: 32 }}>{t("title")}</h1>
        <p className="meta">{setup.data?.organisationName}</p>
        <form onSubmit={submit}>
          <label className="field">
            <span>{t("userName")}</span>
            <input className="input" name="userName" autoComplete="username" autoCapitalize="none" required />
          </label>
          <label className="field">
            <span>{t("password")}</span>
            <input className="input" name="password" type="password" autoComplete="current-password" required />
          </label>
          <label className="row" style={{ alignItems: "flex-start" }}>
            <input type="checkbox" name="ownDevice" style={{ width: 26, height: 26 }} />
            <span>
              <b>{t("own")}</b>
              <br />
              <span className="meta">{t("ownText")}</span>
            </span>
          </label>
          {signIn.isError && (
            <p role="alert" className="alarm-text">
              {messageOf(signIn.error)}
            </p>
          )}
          <button type="submit" className="btn main big" disabled={signIn.isPending}>
            {t("signIn")}
          </button>
          <p className="meta">{t("forgot")}</p>
        </form>
      </main>
      {accounts.length > 0 && (
        <aside aria-label={t("sample")}>
          <h2>{t("sample")}</h2>
          <p className="meta">{t("sampleText")}</p>
          <ul>
            {accounts.map((account, position) => (
              <li key={account.userName}>
                <button type="button" className="door-person" onClick={() => enter(account.userName)}>
                  <Coin fullName={account.fullName} position={position} size="l" />
                  <span>
                    <b>{account.fullName}</b>
                    <br />
                    <span className="meta">{account.title}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </aside>
      )}
    </div>
  );
}

/** Where the person was before signing in; only places of this page count, never an address elsewhere. */
function placeWithin(wanted: string | null): string {
  return wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : "/";
}
