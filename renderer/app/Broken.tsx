// What is shown when a screen cannot be opened, when an address leads nowhere, and while the first screen opens.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { isRouteErrorResponse, Link, useRouteError } from "react-router";
import { api, failureOf, messageOf, signOf } from "../platform/api.ts";
import { StatePage } from "../ui/StatePage.tsx";

/** When the page was last loaded anew for a missing part; a second time soon after would go round and round. */
const RELOADED_KEY = "banhop.reloaded";
const RELOAD_AGAIN_MS = 60_000;

/** In place of a screen that cannot be opened. */
export function Broken() {
  const error = useRouteError();
  const { t } = useTranslation("app");
  const isMissing = isMissingPart(error);
  useReload(isMissing);
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  const isOffline = failureOf(error) === "network" || isMissing;
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

/** A screen that is fetched when first opened did not arrive, or its style sheet did not. */
function isMissingPart(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|module script|preload CSS/i.test(error.message);
}

/** A page kept open over an update of the server asks for parts that are gone; the new page has them. */
function useReload(isMissing: boolean): void {
  useEffect(() => {
    const last = Number(sessionStorage.getItem(RELOADED_KEY) ?? 0);
    if (!isMissing || Date.now() - last < RELOAD_AGAIN_MS) return;
    api.call("health", {}).then(
      () => {
        sessionStorage.setItem(RELOADED_KEY, String(Date.now()));
        window.location.reload();
      },
      (reason: unknown) => console.warn("the server does not answer either", reason),
    );
  }, [isMissing]);
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
