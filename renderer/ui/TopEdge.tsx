// The upper edge of home and of the pages beside it: the product, the unit, search, whether the server answers, the
// account; below it the banner while the server does not.
import { IconPlugConnectedX, IconSearch, IconSend, IconServer2 } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Person } from "../../shared/protocol/http/schemas.ts";
import { giveCommand } from "../platform/commands.ts";
import { useWaiting } from "../offline/waiting.ts";
import { useLostAt } from "../platform/connection.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { Brand } from "./Brand.tsx";
import { clockTime } from "./dates.ts";

export function TopEdge({ person }: { person: Person | null }) {
  const { t } = useTranslation("ui");
  const lostAt = useLostAt();
  const waiting = useWaiting();
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
      {lostAt && <LostBanner since={lostAt} />}
    </>
  );
}

function LostBanner({ since }: { since: Date }) {
  const { t } = useTranslation("ui");
  const queries = useQueryClient();
  return (
    <div className="banner" role="status">
      <IconPlugConnectedX className="i" aria-hidden />
      <p className="grow">
        <b>{t("lostSince", { time: clockTime(since) })}</b> {t("lostText")}
      </p>
      <button type="button" className="btn plain" onClick={() => void queries.invalidateQueries()}>
        {t("reconnect")}
      </button>
    </div>
  );
}
