// Home: what is live now, what is coming, what is past, how far I have read, and what waits for me.
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MeetingSummary } from "../../../shared/protocol/http/schemas.ts";
import { fold } from "../../../shared/vietnamese/fold.ts";
import { api, isNetworkFailure, messageOf } from "../../platform/api.ts";
import { useMenuCommand } from "../../platform/menu-commands.ts";
import { hasRole, useMe } from "../../platform/use-me.ts";
import { TopEdge } from "../../ui/TopEdge.tsx";
import { LiveStrip } from "./LiveStrip.tsx";
import { MeetingRow } from "./MeetingRow.tsx";
import { MyTasks } from "./MyTasks.tsx";
import { NewMeeting } from "./NewMeeting.tsx";
import { LIVE, PAST } from "./stages.ts";
import "./home.css";

/** Papers must not arrive without anyone noticing. */
const REFRESH_MS = 15_000;

export function HomeScreen() {
  const { t } = useTranslation("home");
  const [isCreating, setCreating] = useState(false);
  const [search, setSearch] = useState("");
  const searchField = useRef<HTMLInputElement>(null);
  useMenuCommand(
    "search",
    useCallback(() => searchField.current?.focus(), []),
  );
  const me = useMe().data?.person;
  const meetings = useQuery({
    queryKey: ["meetings"],
    queryFn: () => api.call("meetings", {}),
    refetchInterval: REFRESH_MS,
  });
  const all = meetings.data?.meetings ?? [];
  const shown = found(all, search);
  const live = shown.filter(({ stage }) => LIVE.includes(stage));
  const coming = shown.filter(({ stage }) => !LIVE.includes(stage) && !PAST.includes(stage)).sort(byStart);
  const past = shown
    .filter(({ stage }) => PAST.includes(stage))
    .sort(byStart)
    .reverse();
  return (
    <>
      <TopEdge>
        <label className="home-search">
          <IconSearch className="i" aria-hidden />
          <input
            ref={searchField}
            type="search"
            aria-label={t("search")}
            placeholder={t("search")}
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        </label>
      </TopEdge>
      {meetings.isError && (
        <div className="banner" role="alert">
          <p className="grow">
            {messageOf(meetings.error)} {isNetworkFailure(meetings.error) && all.length > 0 && t("stale")}
          </p>
          <button type="button" className="btn plain" onClick={() => void meetings.refetch()}>
            {t("retry", { ns: "app" })}
          </button>
        </div>
      )}
      <main className="home">
        <div>
          <h1 className="sr">{t("home", { ns: "app" })}</h1>
          {live.map((meeting) => (
            <LiveStrip key={meeting.id} meeting={meeting} />
          ))}
          <div className="row between">
            <h2>{t("coming")}</h2>
            {hasRole(me, "secretary") && (
              <button type="button" className="btn" onClick={() => setCreating(true)}>
                {t("create")}
              </button>
            )}
          </div>
          {meetings.isPending && <Skeleton />}
          {meetings.isSuccess && coming.length === 0 && (
            <p className="meta">{search ? t("noneFound", { search }) : t("noneComing")}</p>
          )}
          <ul className="list">
            {coming.map((meeting) => (
              <MeetingRow key={meeting.id} meeting={meeting} />
            ))}
          </ul>
          <h2>{t("past")}</h2>
          {meetings.isSuccess && past.length === 0 && !search && <p className="meta">{t("nonePast")}</p>}
          <ul className="list">
            {past.map((meeting) => (
              <MeetingRow key={meeting.id} meeting={meeting} />
            ))}
          </ul>
        </div>
        <MyTasks meetings={all} isReady={meetings.isSuccess} />
      </main>
      {isCreating && <NewMeeting earlier={all.filter(({ may }) => may.edit)} onClose={() => setCreating(false)} />}
    </>
  );
}

function Skeleton() {
  return (
    <div aria-busy="true">
      {[1, 2, 3].map((row) => (
        <div key={row} className="sk" style={{ height: 52, margin: "12px 0" }} />
      ))}
    </div>
  );
}

/** By title and place; a search without marks finds words with marks. */
function found(meetings: readonly MeetingSummary[], search: string): MeetingSummary[] {
  const needle = fold(search).trim();
  return meetings.filter(({ title, place }) => fold(`${title} ${place}`).includes(needle));
}

const byStart = (a: MeetingSummary, b: MeetingSummary) => (a.start ?? "9").localeCompare(b.start ?? "9");
