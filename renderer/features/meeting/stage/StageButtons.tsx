// What can be done with the meeting as a whole, as buttons named by what they do; what cannot be taken back asks first.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { allowedActions, type StageAction } from "../../../../shared/domain/meeting-stage.ts";
import { api } from "../../../platform/api.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { useAct } from "../../../ui/use-act.ts";
import type { MeetingView } from "../use-meeting.ts";

type AskedAction = Extract<StageAction, "convene" | "withdraw" | "close" | "archive" | "postpone" | "cancel">;

const asked = new Set<StageAction>(["convene", "withdraw", "close", "archive", "postpone", "cancel"]);
const heavy = new Set<StageAction>(["withdraw", "close", "postpone", "cancel"]);
const mainOf = new Set<StageAction>(["convene", "start"]);
/** What only the one who leads may do; the rest is the secretaries' work. */
const leading = new Set<StageAction>(["start", "pause", "resume", "close"]);

/** The buttons for the stage that the meeting is in. */
export function StageButtons({ view, mainAllowed }: { view: MeetingView; mainAllowed: boolean }) {
  const { t } = useTranslation("meeting");
  const { meeting } = view;
  const [asking, setAsking] = useState<AskedAction | null>(null);
  const act = useAct();
  const may = (action: StageAction): boolean => (leading.has(action) ? meeting.may.lead : meeting.may.edit);
  const go = (action: StageAction): void => {
    setAsking(null);
    act.run(async () => {
      await api.call("changeStage", { params: { meetingId: meeting.id }, body: { action } });
      view.refetch();
    });
  };
  const press = (action: StageAction): void => (isAsked(action) ? setAsking(action) : go(action));
  return (
    <div className="mt-stage">
      {allowedActions(meeting.stage)
        .filter(may)
        .map((action) => (
          <button
            key={action}
            type="button"
            className={mainAllowed && mainOf.has(action) ? "btn main" : "btn"}
            disabled={act.busy}
            onClick={() => press(action)}
          >
            {t(`action.${action}`)}
          </button>
        ))}
      {act.failure && (
        <p className="tag need" role="alert">
          {t("failed", { why: act.failure })}
        </p>
      )}
      {asking && (
        <AskStage
          action={asking}
          count={view.participants.length}
          onKeep={() => setAsking(null)}
          onGo={() => go(asking)}
        />
      )}
    </div>
  );
}

function isAsked(action: StageAction): action is AskedAction {
  return asked.has(action);
}

interface AskStageProps {
  action: AskedAction;
  count: number;
  onKeep: () => void;
  onGo: () => void;
}

function AskStage({ action, count, onKeep, onGo }: AskStageProps) {
  const { t } = useTranslation("meeting");
  return (
    <Dialog title={t(`ask.${action}.title`, { count })} onClose={onKeep} asks>
      <p>{t(`ask.${action}.text`, { count })}</p>
      <div className="dialog-buttons">
        <button type="button" className="btn" autoFocus onClick={onKeep}>
          {t(`ask.${action}.keep`)}
        </button>
        <button type="button" className={heavy.has(action) ? "btn danger" : "btn main"} onClick={onGo}>
          {t(`action.${action}`)}
        </button>
      </div>
    </Dialog>
  );
}
