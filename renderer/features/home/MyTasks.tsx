// What waits for me, read off the meetings: to enter, to read, and for secretaries to send out.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MeetingSummary } from "../../../shared/protocol/http/schemas.ts";
import { dayAndMonth } from "../../ui/dates.ts";
import { tasksOf, type Task } from "./tasks.ts";

export function MyTasks({ meetings, isReady }: { meetings: readonly MeetingSummary[]; isReady: boolean }) {
  const { t } = useTranslation("home");
  const tasks = tasksOf(meetings);
  return (
    <aside className="home-side" aria-label={t("tasks.title")}>
      <h2>{t("tasks.title")}</h2>
      {isReady && tasks.length === 0 && <p className="meta">{t("tasks.none")}</p>}
      <ul className="list">
        {tasks.map((task) => (
          <TaskRow key={`${task.meeting.id} ${task.is}`} task={task} />
        ))}
      </ul>
    </aside>
  );
}

function TaskRow({ task }: { task: Task }) {
  const { t } = useTranslation("home");
  const { meeting, is, count } = task;
  const words =
    is === "invite" ? t("tasks.invite") : is === "fresh" ? t("tasks.fresh", { count }) : t("tasks.read", { count });
  return (
    <li className="home-task">
      <time className={is === "fresh" ? "alarm-text" : ""} dateTime={meeting.start ?? undefined}>
        {meeting.start ? dayAndMonth(meeting.start, meeting.timeZone) : "–"}
      </time>
      <Link to={`/cuoc-hop/${meeting.id}`}>
        <b>{words}</b>
        <span className="meta">{meeting.title}</span>
      </Link>
    </li>
  );
}
