// The page and the server are of different versions: a page kept open over an update, or a desktop window whose server
// is older or newer. Rule: the first two numbers of the version must agree.
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { version as pageVersion } from "../../package.json";
import { api } from "../platform/api.ts";
import { StatePage } from "../ui/StatePage.tsx";

/** Servers are updated seldom; a page stays open for days. */
const ASK_EVERY_MS = 5 * 60_000;

interface Stale {
  kind: "serverOlder" | "serverNewer";
  server: string;
}

/** What does not agree, or null. */
export function useStaleVersion(): Stale | null {
  const health = useQuery({
    queryKey: ["health"],
    queryFn: () => api.call("health", {}),
    refetchInterval: ASK_EVERY_MS,
    staleTime: ASK_EVERY_MS,
  });
  if (!health.data) return null;
  const difference = compare(health.data.version, pageVersion);
  if (difference === 0) return null;
  return { kind: difference < 0 ? "serverOlder" : "serverNewer", server: health.data.version };
}

export function StaleVersion({ kind, server }: Stale) {
  const { t } = useTranslation("app");
  const steps = window.banhop ? ["close", "install"] : ["reload", "tell"];
  return (
    <StatePage
      tag={t("stale.tag")}
      title={t(`stale.${kind}`)}
      steps={steps.map((step) => t(`stale.${step}`, { page: pageVersion, server }))}
      sign={kind === "serverOlder" ? "PB-01" : "PB-02"}
    >
      <button type="button" className="btn main" onClick={() => window.location.reload()}>
        {t("stale.again")}
      </button>
    </StatePage>
  );
}

function compare(a: string, b: string): number {
  const numbers = (version: string) => version.split(".").slice(0, 2).map(Number);
  const [[majorA = 0, minorA = 0], [majorB = 0, minorB = 0]] = [numbers(a), numbers(b)];
  return majorA - majorB || minorA - minorB;
}
