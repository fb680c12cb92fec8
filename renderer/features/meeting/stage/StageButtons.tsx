// What can be done with the meeting as a whole: the usual moves as buttons, the rare ones in a menu beside them.
import "./stage.css";
import { IconBan, IconCalendarPause, IconCopy, IconLockX, IconMailOff, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StageAction } from "../../../../shared/domain/meeting-stage.ts";
import { Menu } from "../../../ui/Menu.tsx";
import { AskRecall } from "../recall/AskRecall.tsx";
import type { MeetingView } from "../use-meeting.ts";
import { AskStage } from "./AskStage.tsx";
import { checkPoints } from "./check-points.ts";
import { CopyMeeting } from "./CopyMeeting.tsx";
import { FactsEditor } from "./FactsEditor.tsx";
import { useStage } from "./use-stage.ts";

/** One step to the next stage; red, unless the screen has its red button already. */
const mainOf = new Set<StageAction>(["convene", "start"]);
const rare = { withdraw: IconMailOff, postpone: IconCalendarPause, cancel: IconBan } as const;

/** The buttons for the stage that the meeting is in. */
export function StageButtons({ view, mainAllowed }: { view: MeetingView; mainAllowed: boolean }) {
  const { t } = useTranslation("meeting");
  const moves = useStage(view);
  const [open, setOpen] = useState<"facts" | "copy" | "recall" | null>(null);
  const { edit, recall } = view.meeting.may;
  const gaps = (): string[] =>
    checkPoints(view)
      .filter(({ isDone }) => !isDone)
      .map(({ words, values }) => t(`check.${words}`, values ?? {}));
  const isRare = (action: StageAction): action is keyof typeof rare => action in rare;
  return (
    <div className="mt-stage">
      {moves.actions
        .filter((action) => !isRare(action))
        .map((action) => (
          <button
            key={action}
            type="button"
            className={mainAllowed && mainOf.has(action) ? "btn main" : "btn"}
            disabled={moves.busy}
            onClick={() => moves.press(action)}
          >
            {t(`action.${action}`)}
          </button>
        ))}
      {(edit || recall) && (
        <Menu label={t("action.more")}>
          {edit && (
            <button type="button" onClick={() => setOpen("facts")}>
              <IconPencil className="i" aria-hidden /> {t("edit.facts")}
            </button>
          )}
          {edit && (
            <button type="button" onClick={() => setOpen("copy")}>
              <IconCopy className="i" aria-hidden /> {t("copy.open")}
            </button>
          )}
          {moves.actions.filter(isRare).map((action) => {
            const Icon = rare[action];
            return (
              <button key={action} type="button" onClick={() => moves.press(action)}>
                <Icon className="i" aria-hidden /> {t(`action.${action}`)}
              </button>
            );
          })}
          {recall && (
            <button type="button" onClick={() => setOpen("recall")}>
              <IconLockX className="i" aria-hidden /> {t("recall.meeting")}…
            </button>
          )}
        </Menu>
      )}
      {moves.failure && (
        <p className="tag need" role="alert">
          {t("failed", { why: moves.failure })}
        </p>
      )}
      {moves.asking && (
        <AskStage
          action={moves.asking}
          count={view.participants.length}
          gaps={moves.asking === "convene" ? gaps() : []}
          onAnswer={moves.answer}
        />
      )}
      {open === "facts" && <FactsEditor view={view} onClose={() => setOpen(null)} />}
      {open === "recall" && <AskRecall view={view} onClose={() => setOpen(null)} />}
      {open === "copy" && <CopyMeeting view={view} onClose={() => setOpen(null)} />}
    </div>
  );
}
