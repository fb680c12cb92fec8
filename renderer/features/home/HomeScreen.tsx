// Home: what is live now, what is coming, what is past, and how far I have read.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MeetingSummary } from "../../../shared/protocol/http/schemas.ts";
import { api, messageOf } from "../../platform/api.ts";
import { TopEdge } from "../../ui/TopEdge.tsx";
import { NewMeeting } from "./NewMeeting.tsx";

/** Papers must not arrive without anyone noticing. */
const REFRESH_MS = 15_000;
const LIVE = ["live", "paused"];
const PAST = ["closed", "archived", "cancelled"];

export function HomeScreen() {
  const { t } = useTranslation("home");
  const [isCreating, setCreating] = useState(false);
  const me = useQuery({ queryKey: ["whoAmI"], queryFn: () => api.call("whoAmI", {}) });
  const meetings = useQuery({
    queryKey: ["meetings"],
    queryFn: () => api.call("meetings", {}),
    refetchInterval: REFRESH_MS,
  });
  const all = meetings.data?.meetings ?? [];
  const coming = all.filter(({ stage }) => !LIVE.includes(stage) && !PAST.includes(stage)).sort(byStart);
  const past = all
    .filter(({ stage }) => PAST.includes(stage))
    .sort(byStart)
    .reverse();
  const isSecretary = me.data?.person.memberships.some(({ roles }) => roles.includes("secretary")) ?? false;
  return (
    <>
      <TopEdge person={me.data?.person ?? null} />
      <main className="home">
        <h1 className="sr">{t("home", { ns: "app" })}</h1>
        {meetings.isError && (
          <p role="alert" className="alarm-text">
            {messageOf(meetings.error)}
          </p>
        )}
        {all
          .filter(({ stage }) => LIVE.includes(stage))
          .map((meeting) => (
            <LiveStrip key={meeting.id} meeting={meeting} />
          ))}
        <div className="row between">
          <h2>{t("coming")}</h2>
          {isSecretary && (
            <button type="button" className="btn" onClick={() => setCreating(true)}>
              {t("create")}
            </button>
          )}
        </div>
        {isCreating && <NewMeeting onDone={() => setCreating(false)} />}
        {coming.length === 0 && meetings.isSuccess && <p className="meta">{t("noneComing")}</p>}
        <ul>
          {coming.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} />
          ))}
        </ul>
        <h2>{t("past")}</h2>
        {past.length === 0 && meetings.isSuccess && <p className="meta">{t("nonePast")}</p>}
        <ul>
          {past.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} />
          ))}
        </ul>
      </main>
    </>
  );
}

const byStart = (a: MeetingSummary, b: MeetingSummary) => (a.start ?? "9").localeCompare(b.start ?? "9");

function LiveStrip({ meeting }: { meeting: MeetingSummary }) {
  const { t } = useTranslation("home");
  return (
    <section className="home-live" aria-label={meeting.title}>
      <div className="grow">
        <span className="live">{t(meeting.stage === "paused" ? "paused" : "live")}</span>
        <h2 style={{ margin: "6px 0" }}>{meeting.title}</h2>
        {meeting.currentItemTitle && <p className="meta">{t("item", { title: meeting.currentItemTitle })}</p>}
      </div>
      <Link className="btn main big" to={`/cuoc-hop/${meeting.id}`}>
        {t("enter")}
      </Link>
    </section>
  );
}

function MeetingRow({ meeting }: { meeting: MeetingSummary }) {
  const { t } = useTranslation("home");
  const { papers, continuePaper } = meeting;
  const goOn = continuePaper !== null && papers.read < papers.total;
  return (
    <li className="home-row">
      <Day start={meeting.start} timeZone={meeting.timeZone} />
      <div>
        <h3>{meeting.title}</h3>
        <p className="meta">{[whenOf(meeting), meeting.place].filter(Boolean).join(" · ")}</p>
      </div>
      <div className="meta">
        <span className="reads" aria-hidden="true">
          {Array.from({ length: papers.total }, (_, at) => (
            <i key={at} className={at < papers.read ? "read" : at < papers.read + papers.begun ? "begun" : ""} />
          ))}
        </span>
        {meeting.newPapers > 0 ? (
          <span className="alarm-text">{t("fresh", { count: meeting.newPapers })}</span>
        ) : papers.total > 0 ? (
          t("read", papers)
        ) : (
          t("noPapers")
        )}
      </div>
      <Link className="btn" to={goOn ? `/tai-lieu/${continuePaper.id}` : `/cuoc-hop/${meeting.id}`}>
        {t(goOn ? "goOn" : "open")}
      </Link>
    </li>
  );
}

function Day({ start, timeZone }: { start: string | null; timeZone: string }) {
  const { t } = useTranslation("home");
  if (!start) return <span className="meta">{t("noDay")}</span>;
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("vi", { timeZone, ...options }).format(new Date(start));
  return (
    <div className="home-day">
      <b>{part({ day: "2-digit" })}</b>
      <span className="meta">{t("month", { month: part({ month: "numeric" }) })}</span>
    </div>
  );
}

function whenOf({ start, timeZone }: MeetingSummary): string {
  if (!start) return "";
  return new Intl.DateTimeFormat("vi", { timeZone, weekday: "long", hour: "2-digit", minute: "2-digit" }).format(
    new Date(start),
  );
}
