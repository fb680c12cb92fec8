// A dialog with a form: its fields are read as texts, saving waits for the server, and a failure is said in the dialog.
import type { ReactNode, SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "./Dialog.tsx";
import { useAct } from "./use-act.ts";

interface FormDialogProps {
  title: string;
  /** The words of the button that saves: what it does. */
  save: string;
  /** Saves; `read` gives a field's text, empty when there is no such field. The dialog closes when it is done. */
  onSave: (read: (name: string) => string) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}

/** Shown as long as it is rendered. */
export function FormDialog({ title, save, onSave, onClose, children }: FormDialogProps) {
  const { t } = useTranslation("ui");
  const act = useAct();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string): string => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    act.run(async () => {
      await onSave(read);
      onClose();
    });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} className="dialog-form">
        {children}
        {act.failure && (
          <p className="alarm-text" role="alert">
            {act.failure}
          </p>
        )}
        <div className="dialog-buttons">
          <button type="button" className="btn" onClick={onClose}>
            {t("cancel")}
          </button>
          <button type="submit" className="btn main" disabled={act.busy}>
            {act.busy ? t("saving") : save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
