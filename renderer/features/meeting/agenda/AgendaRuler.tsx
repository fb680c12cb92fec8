// The agenda as a ruler of time: what is done, what is being discussed, what comes. Pressing an item shows its sheet.
import "./agenda.css";
import { useTranslation } from "react-i18next";
import type { AgendaItem } from "../../../../shared/ydoc/agenda.ts";
import { clockTime, minutesSince } from "../../../ui/dates.ts";
import { useNow } from "../use-now.ts";
import type { MeetingView } from "../use-meeting.ts";

interface AgendaRulerProps {
  view: MeetingView;
  selectedId: string | null;
  onSelect: (id: string) => void;
}

/** The list of all items with their times. */
export function AgendaRuler({ view, selectedId, onSelect }: AgendaRulerProps) {
  const { t } = useTranslation("meeting");
  const { items, floor, meeting } = view;
  const nowIndex = items.findIndex((item) => item.id === floor.currentItemId);
  const end = endOf(view);
  return (
    <nav aria-label={t("agenda.title")} className="mt-ruler">
      <div className="row between mt-ruler-head">
        <h2 className="mt-h3">{t("agenda.title")}</h2>
        {end && <span className="meta">{t("agenda.endsAt", { time: end })}</span>}
      </div>
      <ol className="agenda">
        {items.map((item, index) => (
          <li
            key={item.id}
            className={stateOf(index, nowIndex, item.id === selectedId)}
            {...(index === nowIndex && { "aria-current": "step" as const })}
          >
            <time>{meeting.start ? clockTime(item.startsAt, meeting.timeZone) : ""}</time>
            <span className="dot" />
            <button
              type="button"
              className="mt-agenda-button"
              aria-pressed={item.id === selectedId}
              onClick={() => onSelect(item.id)}
            >
              <b>{`${item.number}. ${item.title || t("agenda.unnamed")}`}</b>
              <AgendaMeta view={view} item={item} isNow={index === nowIndex} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function AgendaMeta({ view, item, isNow }: { view: MeetingView; item: AgendaItem; isNow: boolean }) {
  const { t } = useTranslation("meeting");
  const now = useNow();
  const papers = view.papers.filter((paper) => paper.itemId === item.id && paper.status === "ready").length;
  const planned = item.durationMinutes;
  const used = isNow && view.floor.itemStartedAt ? minutesSince(view.floor.itemStartedAt, now) : null;
  const time =
    used === null
      ? planned > 0 && t("agenda.minutes", { count: planned })
      : used > planned && planned > 0
        ? t("agenda.over", { used, over: used - planned })
        : t("agenda.used", { used, planned });
  const parts = [time, papers > 0 && t("agenda.papers", { count: papers })].filter(Boolean);
  return parts.length > 0 ? <span className="meta">{parts.join(" · ")}</span> : null;
}

function stateOf(index: number, nowIndex: number, isSelected: boolean): string {
  const state = index === nowIndex ? "now" : nowIndex >= 0 && index < nowIndex ? "done" : "";
  return isSelected ? `${state} chosen` : state;
}

/** When the last item ends if everything lasts as planned. */
function endOf({ tree, meeting }: MeetingView): string | null {
  const last = tree.at(-1);
  if (!last || !meeting.start) return null;
  const total = last.children.reduce((sum, child) => sum + child.durationMinutes, 0);
  const end = Date.parse(last.startsAt) + Math.max(last.durationMinutes, total) * 60_000;
  return clockTime(new Date(end), meeting.timeZone);
}
