// The question before a grave move. Whoever is told of it may be told why.
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../ui/Dialog.tsx";
import type { AskedAction } from "./use-stage.ts";

const heavy = new Set<AskedAction>(["withdraw", "close", "postpone", "cancel"]);
const withReason = new Set<AskedAction>(["withdraw", "postpone", "cancel"]);
/** As the server's contract has it. */
const MAX_REASON = 500;

interface AskStageProps {
  action: AskedAction;
  /** How many people it concerns. */
  count: number;
  /** With the reason, which may be empty; null keeps everything as it is. */
  onAnswer: (reason: string | null) => void;
}

/** An alert dialog with the harmless answer in focus. */
export function AskStage({ action, count, onAnswer }: AskStageProps) {
  const { t } = useTranslation("meeting");
  const [reason, setReason] = useState("");
  const id = useId();
  return (
    <Dialog title={t(`ask.${action}.title`, { count })} onClose={() => onAnswer(null)} asks>
      <p>{t(`ask.${action}.text`, { count })}</p>
      {withReason.has(action) && (
        <div className="field mt-reason">
          <label htmlFor={id}>{t("ask.reason")}</label>
          <textarea
            id={id}
            className="input"
            rows={3}
            maxLength={MAX_REASON}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </div>
      )}
      <div className="dialog-buttons">
        <button type="button" className="btn" autoFocus onClick={() => onAnswer(null)}>
          {t(`ask.${action}.keep`)}
        </button>
        <button
          type="button"
          className={heavy.has(action) ? "btn danger" : "btn main"}
          onClick={() => onAnswer(reason.trim())}
        >
          {t(`action.${action}`)}
        </button>
      </div>
    </Dialog>
  );
}
