// The question before a grave move. Whoever is told of it may be told why.
import { IconAlertTriangle } from "@tabler/icons-react";
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
  /** What is still missing, in words; it does not stop anybody. */
  gaps: readonly string[];
  /** With the reason, which may be empty; null keeps everything as it is. */
  onAnswer: (reason: string | null) => void;
}

/** An alert dialog with the harmless answer in focus. */
export function AskStage({ action, count, gaps, onAnswer }: AskStageProps) {
  const { t } = useTranslation("meeting");
  const [reason, setReason] = useState("");
  const id = useId();
  return (
    <Dialog title={t(`ask.${action}.title`, { count })} onClose={() => onAnswer(null)} asks>
      <p>{t(`ask.${action}.text`, { count })}</p>
      {gaps.length > 0 && (
        <ul className="mt-gaps">
          {gaps.map((gap) => (
            <li key={gap}>
              <IconAlertTriangle className="i need" aria-hidden /> {gap}
            </li>
          ))}
        </ul>
      )}
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
