// What is shown when a screen cannot be opened, and while the first one opens.
import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { messageOf } from "../platform/api.ts";

export function Broken() {
  const { t } = useTranslation("app");
  const error = useRouteError();
  return (
    <main className="center-page">
      <h1>{t("failed")}</h1>
      <p>{messageOf(error)}</p>
      <button className="btn main" type="button" onClick={() => window.location.reload()}>
        {t("retry")}
      </button>
    </main>
  );
}

export function Opening() {
  const { t } = useTranslation("app");
  return (
    <main className="center-page" aria-busy="true">
      <p className="meta">{t("loading")}</p>
    </main>
  );
}
