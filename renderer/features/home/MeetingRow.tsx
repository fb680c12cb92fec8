// One meeting that is coming or past: its day, its facts, how far I have read, and the one act that helps most.
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MeetingSummary } from "../../../shared/protocol/http/schemas.ts";
import { clockTime, monthName, shortDate, wallClock, weekday } from "../../ui/dates.ts";

/** More small sheets than this say no more than a number. */
const MOST_SHEETS = 12;

export function ComingRow({ meeting }: { meeting: MeetingSummary }) {
  const { t, i18n } = useTranslation("home");
  const { papers, continuePaper, newPapers, start, timeZone, stage, chairs } = meeting;
  const goOn = continuePaper !== null && papers.read < papers.total && newPapers === 0;
  const facts = [
    meeting.recalledAt !== null && t("recalled"),
    (stage === "preparing" || stage === "postponed") && t(`stages.${stage}`),
    start && t("when", { day: weekday(start, i18n.language, timeZone), time: clockTime(start, timeZone) }),
    meeting.place,
    chairs.length > 0 && t("chairs", { names: chairs.join(", ") }),
  ];
  return (
    <li className="home-row">
      <Day start={start} timeZone={timeZone} />
      <div>
        <h3>{meeting.title}</h3>
        <p className="meta">{facts.filter(Boolean).join(" · ")}</p>
      </div>
      <Reading papers={papers} newPapers={newPapers} />
      <Link className="btn" to={goOn ? `/tai-lieu/${continuePaper.id}` : `/cuoc-hop/${meeting.id}`}>
        {t(goOn ? "goOn" : "open")}
        <span className="sr">: {goOn ? continuePaper.title : meeting.title}</span>
      </Link>
    </li>
  );
}

function Reading({ papers, newPapers }: Pick<MeetingSummary, "papers" | "newPapers">) {
  const { t } = useTranslation("home");
  const stateOf = (at: number) => (at < papers.read ? "read" : at < papers.read + papers.begun ? "begun" : "");
  return (
    <div className="meta">
      {papers.total > 0 && (
        <span className="reads" aria-hidden="true">
          {Array.from({ length: Math.min(MOST_SHEETS, papers.total) }, (_, at) => (
            <i key={at} className={stateOf(at)}>
              {at < papers.read && <IconCheck size={11} stroke={3} />}
            </i>
          ))}
        </span>
      )}
      {newPapers > 0 ? (
        <span className="alarm-text">{t("fresh", { count: newPapers })}</span>
      ) : (
        t(papers.total > 0 ? "read" : "noPapers", papers)
      )}
    </div>
  );
}

export function PastRow({ meeting }: { meeting: MeetingSummary }) {
  const { t } = useTranslation("home");
  const { start, timeZone, stage, newPapers } = meeting;
  return (
    <li className="home-past">
      <span className="meta num">{start ? shortDate(start, timeZone) : t("noDay")}</span>
      <span>
        {meeting.title} {stage === "cancelled" && <span className="meta">({t("stages.cancelled")})</span>}{" "}
        {meeting.recalledAt !== null && <span className="tag son">{t("recalled")}</span>}
      </span>
      {newPapers > 0 && <span className="alarm-text meta">{t("fresh", { count: newPapers })}</span>}
      <Link className="btn plain" to={`/cuoc-hop/${meeting.id}`}>
        {t("review")}
        <span className="sr">: {meeting.title}</span>
      </Link>
    </li>
  );
}

function Day({ start, timeZone }: { start: string | null; timeZone: string }) {
  const { t, i18n } = useTranslation("home");
  if (!start) return <span className="meta home-day">{t("noDay")}</span>;
  return (
    <div className="home-day">
      <b>{String(wallClock(start, timeZone).day).padStart(2, "0")}</b>
      <span className="meta">{monthName(start, i18n.language, timeZone)}</span>
    </div>
  );
}
