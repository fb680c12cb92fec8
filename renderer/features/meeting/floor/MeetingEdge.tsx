// The table edge of the meeting screen: item and time, who presents, check in, see together.
import "./floor.css";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api } from "../../../platform/api.ts";
import { useRoomPerson } from "../../../sync/use-room.ts";
import { TableEdge } from "../../../ui/TableEdge.tsx";
import { clockTime, minutesSince } from "../../../ui/dates.ts";
import { useAct } from "../../../ui/use-act.ts";
import { useNow } from "../use-now.ts";
import { LeadControls } from "./LeadControls.tsx";
import type { MeetingView } from "../use-meeting.ts";

/** Nothing unless the meeting is live or paused. */
export function MeetingEdge({ view }: { view: MeetingView }) {
  const { t } = useTranslation("meeting");
  const { floor } = view;
  const words = useEdgeWords(view);
  if (floor.stage !== "live" && floor.stage !== "paused") return null;
  return (
    <TableEdge label={t("floor.edge")} title={words.title} detail={words.detail} presenting={words.presenting}>
      <CheckIn view={view} />
      {floor.presentation && (
        <Link
          className={view.meeting.may.lead ? "btn main hide-m" : "btn main"}
          to={`/tai-lieu/${floor.presentation.paperId}?theo=1`}
        >
          {t("floor.followShort")}
        </Link>
      )}
      <LeadControls view={view} isEdge />
    </TableEdge>
  );
}

function useEdgeWords({ floor, items, papers, participants }: MeetingView) {
  const { t } = useTranslation("meeting");
  const now = useNow();
  const item = items.find(({ id }) => id === floor.currentItemId);
  const used = floor.itemStartedAt ? minutesSince(floor.itemStartedAt, now) : 0;
  const name = item ? t("floor.item", { number: item.number, title: item.title }) : t("floor.noItem");
  const { presentation } = floor;
  const presenter = participants.find(({ personId }) => personId === presentation?.presenterId);
  const paper = papers.find(({ id }) => id === presentation?.paperId);
  return {
    title: floor.stage === "paused" ? t("floor.paused") : name,
    detail: !item
      ? ""
      : item.durationMinutes > 0
        ? t("floor.used", { used, planned: item.durationMinutes })
        : t("floor.usedOnly", { used }),
    presenting:
      presentation && paper
        ? {
            title: t("floor.presenting", {
              name: presenter?.fullName ?? t("floor.someone"),
              paper: paper.title,
              page: presentation.pageIndex + 1,
            }),
            detail: t("floor.notFollowing"),
          }
        : undefined,
  };
}

function CheckIn({ view }: { view: MeetingView }) {
  const { t } = useTranslation("meeting");
  const act = useAct();
  const me = useRoomPerson();
  const { meeting, floor, participants } = view;
  if (me === null || !participants.some(({ personId }) => personId === me)) return null;
  const since = floor.attendance[me];
  if (since)
    return <span className="meta hide-m">{t("floor.checkedIn", { time: clockTime(since, meeting.timeZone) })}</span>;
  const checkIn = (): void =>
    act.run(() => api.call("checkIn", { params: { meetingId: meeting.id }, body: { present: true } }));
  return (
    <button type="button" className="btn" disabled={act.busy} onClick={checkIn} title={act.failure ?? undefined}>
      {t("floor.checkIn")}
    </button>
  );
}
