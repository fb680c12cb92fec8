// Home: what is live now, what is coming, what is past, what changed since I last looked, and how far I have read.
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MeetingSummary, Person } from "../../../shared/protocol/http/schemas.ts";
import { api, failureOf } from "../../platform/api.ts";
import { unitManagedBy, useMe } from "../../platform/me.ts";
import { Failure } from "../../ui/Failure.tsx";
import { TopEdge } from "../../ui/TopEdge.tsx";
import { LiveStrip } from "./LiveStrip.tsx";
import { ComingRow, PastRow } from "./MeetingRow.tsx";
import { MyTasks } from "./MyTasks.tsx";
import { NewMeeting } from "./NewMeeting.tsx";
import { LIVE, PAST } from "./stages.ts";
import "./home.css";

/** Papers must not arrive without anyone noticing. */
const REFRESH_MS = 15_000;
/** Past meetings before all of them are asked for. */
const PAST_SHOWN = 5;

/** Route /. */
export function HomeScreen() {
  const { t } = useTranslation("home");
  const me = useMe();
  const meetings = useQuery({
    queryKey: ["meetings"],
    queryFn: () => api.call("meetings", {}),
    refetchInterval: REFRESH_MS,
  });
  const all = meetings.data?.meetings ?? [];
  const live = all.filter(({ stage }) => LIVE.includes(stage));
  return (
    <>
      <TopEdge person={me} />
      <main className="home">
        <div>
          <h1 className="sr">{t("home", { ns: "ui" })}</h1>
          {/* Without a network the banner of the edge says it already. */}
          {meetings.isError && failureOf(meetings.error) !== "network" && <Failure error={meetings.error} />}
          {meetings.isPending && <Shape />}
          {live.map((meeting) => (
            <LiveStrip key={meeting.id} meeting={meeting} />
          ))}
          {meetings.data && <Coming meetings={all} me={me} />}
          {meetings.data && <Past meetings={all} />}
        </div>
        <MyTasks meetings={all} isReady={meetings.isSuccess} />
      </main>
    </>
  );
}

const byStart = (a: MeetingSummary, b: MeetingSummary) => (a.start ?? "9").localeCompare(b.start ?? "9");

function Coming({ meetings, me }: { meetings: readonly MeetingSummary[]; me: Person | null }) {
  const { t } = useTranslation("home");
  const [isCreating, setCreating] = useState(false);
  const coming = meetings.filter(({ stage }) => !LIVE.includes(stage) && !PAST.includes(stage)).sort(byStart);
  const unit = me?.memberships.find(({ roles }) => roles.includes("secretary"))?.organisationId;
  const earlier = meetings
    .filter(({ organisationId }) => organisationId === unit)
    .sort(byStart)
    .reverse();
  return (
    <section aria-labelledby="coming">
      <div className="row between">
        <h2 id="coming">{t("coming")}</h2>
        {unit !== undefined && (
          <button type="button" className="btn" onClick={() => setCreating(true)}>
            <IconPlus className="i" aria-hidden /> {t("create")}
          </button>
        )}
      </div>
      {unit !== undefined && isCreating && (
        <NewMeeting organisationId={unit} earlier={earlier} onClose={() => setCreating(false)} />
      )}
      {coming.length === 0 && (
        <p className="home-none">{t(unit === undefined ? "noneComing" : "noneComingSecretary")}</p>
      )}
      {coming.length === 0 && unitManagedBy(me) !== null && (
        <Link className="btn" to="/nguoi-dung">
          {t("addPeople")}
        </Link>
      )}
      <ul className="list">
        {coming.map((meeting) => (
          <ComingRow key={meeting.id} meeting={meeting} />
        ))}
      </ul>
    </section>
  );
}

function Past({ meetings }: { meetings: readonly MeetingSummary[] }) {
  const { t } = useTranslation("home");
  const [isWhole, setWhole] = useState(false);
  const past = meetings
    .filter(({ stage }) => PAST.includes(stage))
    .sort(byStart)
    .reverse();
  return (
    <section aria-labelledby="past">
      <div className="row between">
        <h2 id="past">{t("past")}</h2>
        {past.length > PAST_SHOWN && !isWhole && (
          <button type="button" className="btn plain" onClick={() => setWhole(true)}>
            {t("allPast", { count: past.length })}
          </button>
        )}
      </div>
      {past.length === 0 && <p className="home-none">{t("nonePast")}</p>}
      <ul className="list">
        {(isWhole ? past : past.slice(0, PAST_SHOWN)).map((meeting) => (
          <PastRow key={meeting.id} meeting={meeting} />
        ))}
      </ul>
    </section>
  );
}

/** The shape of the page, a moment late. */
function Shape() {
  const { t } = useTranslation("app");
  return (
    <div className="opening" role="status">
      <span className="sr">{t("loading")}</span>
      <i className="sk" style={{ height: 148, borderRadius: 8 }} />
      <i className="sk" style={{ height: 30, width: 140 }} />
      {[1, 2, 3].map((row) => (
        <i key={row} className="sk" style={{ height: 62 }} />
      ))}
    </div>
  );
}
