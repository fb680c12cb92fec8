// The upper edge of home and of the pages beside it: the product, the unit, search, whether the server answers, the
// account; below it the banner while the server does not.
import { IconSearch, IconSend, IconServer2 } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Person } from "../../shared/protocol/http/schemas.ts";
import { api } from "../platform/api.ts";
import { giveCommand } from "../platform/commands.ts";
import { useWaiting } from "../offline/waiting.ts";
import { useLostAt } from "../platform/connection.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { Brand } from "./Brand.tsx";
import { LostBanner } from "./LostBanner.tsx";

/** Often enough that nobody works long against a dead server, seldom enough for a whole province at rest. */
const PULSE_MS = 30_000;
/** While it is lost, somebody waits. */
const LOST_PULSE_MS = 3_000;

export function TopEdge({ person }: { person: Person | null }) {
  const { t } = useTranslation("ui");
  const queries = useQueryClient();
  const lostAt = useLostAt();
  const waiting = useWaiting();
  usePulse(lostAt !== null);
  return (
    <>
      <header className="top">
        <Link to="/" className="top-home">
          <Brand />
          <span className="sr">{t("home")}</span>
        </Link>
        <span className="meta grow clip hide-m">{person?.memberships[0]?.organisationName}</span>
        <span className="grow only-m" />
        <button type="button" className="top-search" onClick={() => giveCommand("find-meeting")}>
          <IconSearch className="i" aria-hidden />
          <span className="top-search-word">{t("search")}</span>
        </button>
        {waiting > 0 ? (
          <span className="tag need no-break" role="status">
            <IconSend className="i" aria-hidden /> {t("waiting", { count: waiting })}
          </span>
        ) : (
          <span className="meta hide-t no-break">
            <IconServer2 className="i" aria-hidden /> {t(lostAt ? "lost" : "connected")}
          </span>
        )}
        <AccountMenu />
      </header>
      {lostAt && (
        <LostBanner since={lostAt} text={t("lostText")} onReconnect={() => void queries.invalidateQueries()} />
      )}
    </>
  );
}

/** Asks the server whether it is there, since pages that ask for nothing would never know; what was missed is fetched. */
function usePulse(isLost: boolean): void {
  const queries = useQueryClient();
  useQuery({
    queryKey: ["pulse"],
    queryFn: () => api.call("health", {}),
    refetchInterval: isLost ? LOST_PULSE_MS : PULSE_MS,
    retry: false,
  });
  const wasLost = useRef(isLost);
  useEffect(() => {
    if (wasLost.current && !isLost) void queries.invalidateQueries();
    wasLost.current = isLost;
  }, [isLost, queries]);
}
