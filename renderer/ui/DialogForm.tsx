// The form inside a dialog: its fields, what the server said against it, and the two buttons.
import type { ReactNode, SubmitEventHandler } from "react";
import { useTranslation } from "react-i18next";

interface DialogFormProps {
  /** The words of the button that saves: what it does. */
  save: string;
  busy: boolean;
  /** Judges and sends; the default of the event is already prevented. */
  onSubmit: SubmitEventHandler<HTMLFormElement>;
  onClose: () => void;
  /** Why it was not saved. */
  failure: ReactNode;
  /** The browser judges the fields by their attributes; without it the form says itself what is wrong. */
  browserJudges?: boolean;
  children: ReactNode;
}

export function DialogForm(props: DialogFormProps) {
  const { save, busy, onSubmit, onClose, failure, browserJudges = false, children } = props;
  const { t } = useTranslation("ui");
  return (
    <form
      className="form"
      noValidate={!browserJudges}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(event);
      }}
    >
      {children}
      {failure}
      <div className="dialog-buttons">
        <button type="button" className="btn" onClick={onClose}>
          {t("cancel")}
        </button>
        <button type="submit" className="btn main" disabled={busy}>
          {busy ? t("saving") : save}
        </button>
      </div>
    </form>
  );
}
