// What is shown when a screen cannot be opened, and while the first one opens.
import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { AppError } from "../../shared/protocol/errors.ts";
import { isNetworkFailure, messageOf } from "../platform/api.ts";
import { Brand } from "../ui/Brand.tsx";

export function Broken() {
  const { t } = useTranslation("app");
  const error = useRouteError();
  return (
    <main className="center-page">
      <Brand />
      <h1>{t("failed")}</h1>
      <p role="alert">{messageOf(error)}</p>
      <ol className="steps">
        {isNetworkFailure(error) && <li>{t("failedSteps.network")}</li>}
        <li>{t("failedSteps.retry")}</li>
        <li>{t("failedSteps.tell", { code: error instanceof AppError ? error.code : "page" })}</li>
      </ol>
      <div className="row wrap">
        <button className="btn main big" type="button" onClick={() => window.location.reload()}>
          {t("retry")}
        </button>
        <a className="btn big" href="/">
          {t("toHome")}
        </a>
      </div>
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
