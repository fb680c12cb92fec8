// A dialog with a form: its fields are read as texts, saving waits for the server, and a failure is said in the dialog.
import type { ReactNode, SubmitEvent } from "react";
import { Dialog } from "./Dialog.tsx";
import { DialogForm } from "./DialogForm.tsx";
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
  const act = useAct();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
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
  const failure = act.failure && (
    <p className="alarm-text" role="alert">
      {act.failure}
    </p>
  );
  return (
    <Dialog title={title} onClose={onClose}>
      <DialogForm {...{ save, onClose, busy: act.busy }} onSubmit={submit} failure={failure} browserJudges>
        {children}
      </DialogForm>
    </Dialog>
  );
}
