// What is shown when a screen cannot be opened, when an address leads nowhere, and while the first screen opens.
import { useTranslation } from "react-i18next";
import { isRouteErrorResponse, Link, useRouteError } from "react-router";
import { failureOf, messageOf, signOf } from "../platform/api.ts";
import { StatePage } from "../ui/StatePage.tsx";

export function Broken() {
  const error = useRouteError();
  const { t } = useTranslation("app");
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  const isOffline = failureOf(error) === "network" || isMissingPart(error);
  const steps = isOffline ? ["checkNetwork", "checkServer", "retryNow"] : ["retryNow", "goHome", "tellSign"];
  return (
    <StatePage
      tag={t("failed")}
      title={isOffline ? t("offline") : messageOf(error)}
      steps={steps.map((step) => t(`steps.${step}`))}
      sign={isOffline ? "MC-01" : signOf(error)}
    >
      <button className="btn main" type="button" onClick={() => window.location.reload()}>
        {t("retry")}
      </button>
      {isOffline && window.banhop && (
        <button className="btn" type="button" onClick={() => void window.banhop?.changeServer()}>
          {t("changeServer")}
        </button>
      )}
      <a className="btn plain" href="/">
        {t("toHome")}
      </a>
    </StatePage>
  );
}

/** A screen that is fetched when first opened did not arrive. */
function isMissingPart(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
}

export function NotFound() {
  const { t } = useTranslation("app");
  return (
    <StatePage
      tag={t("notFoundTag")}
      title={t("notFound")}
      steps={["checkAddress", "goHome"].map((step) => t(`steps.${step}`))}
      sign="TK-05"
    >
      <Link className="btn main" to="/">
        {t("toHome")}
      </Link>
    </StatePage>
  );
}

/** The shape of a page, not a spinner; shown a moment late, so that it does not flash. */
export function Opening() {
  const { t } = useTranslation("app");
  return (
    <main className="home opening" aria-busy="true">
      <p className="sr">{t("loading")}</p>
      {[40, 100, 100, 70].map((width, at) => (
        <i key={at} className="sk" style={{ width: `${width}%`, height: at === 0 ? 36 : 64 }} />
      ))}
    </main>
  );
}
