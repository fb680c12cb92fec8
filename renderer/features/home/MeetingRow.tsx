// One meeting in a list: its day, where and who chairs, and how far its papers are read.
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MeetingSummary } from "../../../shared/protocol/http/schemas.ts";
import { PAST } from "./stages.ts";
import { dayPart, monthPart, weekdayAndTime } from "./dates.ts";

/** More papers than this are told by the number alone. */
const MOST_SHEETS = 8;

export function MeetingRow({ meeting }: { meeting: MeetingSummary }) {
  const { t, i18n } = useTranslation("home");
  const { papers, continuePaper, chairs, place, start, timeZone } = meeting;
  const goOn = continuePaper !== null && papers.read < papers.total;
  const facts = [
    meeting.stage === "postponed" || meeting.stage === "cancelled" ? t(meeting.stage) : null,
    start && weekdayAndTime(start, timeZone, i18n.language),
    place,
    chairs.length > 0 && t("chairs", { names: chairs.join(", ") }),
  ];
  return (
    <li className="home-row">
      {start ? (
        <div className="home-day">
          <b>{dayPart(start, timeZone)}</b>
          <span className="meta">{monthPart(start, timeZone, i18n.language)}</span>
        </div>
      ) : (
        <span className="meta">{t("noDay")}</span>
      )}
      <div>
        <h3>{meeting.title}</h3>
        <p className="meta">{facts.filter(Boolean).join(" · ")}</p>
      </div>
      <Reading meeting={meeting} />
      <Link className="btn" to={goOn ? `/tai-lieu/${continuePaper.id}` : `/cuoc-hop/${meeting.id}`}>
        {t(goOn ? "goOn" : "open")}
      </Link>
    </li>
  );
}

function Reading({ meeting }: { meeting: MeetingSummary }) {
  const { t } = useTranslation("home");
  const { papers, newPapers } = meeting;
  const isOver = PAST.includes(meeting.stage);
  if (papers.total === 0) return <p className="meta">{t("noPapers")}</p>;
  return (
    <div className="meta">
      {papers.total <= MOST_SHEETS && (
        <span className="reads" aria-hidden="true">
          {Array.from({ length: papers.total }, (_, at) => (
            <i key={at} className={at < papers.read ? "read" : at < papers.read + papers.begun ? "begun" : ""}>
              {at < papers.read && <IconCheck size={11} stroke={3} />}
            </i>
          ))}
        </span>
      )}
      {newPapers > 0 && !isOver ? (
        <span className="alarm-text">{t("fresh", { count: newPapers })}</span>
      ) : (
        t("read", papers)
      )}
    </div>
  );
}
