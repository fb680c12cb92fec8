// How the meeting is led: to the item before or after the one in hand, pause and go on. Beside the agenda, and on a phone
// in the edge under the thumb.
import { IconArrowLeft, IconArrowRight, IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { AgendaItem } from "../../../../shared/ydoc/agenda.ts";
import { api } from "../../../platform/api.ts";
import { useAct } from "../../../ui/use-act.ts";
import type { MeetingView } from "../use-meeting.ts";

/** Nothing for whoever does not lead, and nothing unless the meeting is live or paused. */
export function LeadControls({ view, isEdge = false }: { view: MeetingView; isEdge?: boolean }) {
  const { t } = useTranslation("meeting");
  const act = useAct();
  const { meeting, floor, items } = view;
  const isPaused = floor.stage === "paused";
  if (!meeting.may.lead || (floor.stage !== "live" && !isPaused)) return null;
  const params = { meetingId: meeting.id };
  const index = items.findIndex((item) => item.id === floor.currentItemId);
  const [before, next] = [items[index - 1], items[index + 1]];
  const goTo = (item: AgendaItem): void => act.run(() => api.call("goToItem", { params, body: { itemId: item.id } }));
  const turn = (): void =>
    act.run(async () => {
      await api.call("changeStage", { params, body: { action: isPaused ? "resume" : "pause" } });
      view.refetch();
    });
  const PauseIcon = isPaused ? IconPlayerPlay : IconPlayerPause;
  const pauseWords = t(isPaused ? "action.resume" : "action.pause");
  return (
    <div className={isEdge ? "mt-lead mt-lead-edge" : "mt-lead"} role="group" aria-label={t("floor.lead")}>
      {before && (
        <button
          type="button"
          className="icon-btn"
          aria-label={t("floor.back", { number: before.number })}
          title={t("floor.back", { number: before.number })}
          disabled={act.busy}
          onClick={() => goTo(before)}
        >
          <IconArrowLeft className="i" aria-hidden />
        </button>
      )}
      {next && (
        <button type="button" className="btn grow" title={next.title} disabled={act.busy} onClick={() => goTo(next)}>
          {t("floor.next", { number: next.number })} <IconArrowRight className="i" aria-hidden />
        </button>
      )}
      {isEdge && (
        <button
          type="button"
          className="icon-btn"
          aria-label={pauseWords}
          title={pauseWords}
          disabled={act.busy}
          onClick={turn}
        >
          <PauseIcon className="i" aria-hidden />
        </button>
      )}
      {act.failure && (
        <p className="tag need" role="alert">
          {t("failed", { why: act.failure })}
        </p>
      )}
    </div>
  );
}
