// The facts of the meeting: its name, place and times.
import type { SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../../platform/api.ts";
import { Dialog } from "../Dialog.tsx";
import { fromLocalField, toLocalField } from "../time.ts";
import { useAct } from "../use-act.ts";
import type { MeetingView } from "../use-meeting.ts";

/** A dialog; saves all at once. */
export function FactsEditor({ view, onClose }: { view: MeetingView; onClose: () => void }) {
  const { t } = useTranslation("meeting");
  const act = useAct();
  const { meeting } = view;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    act.run(async () => {
      const body = {
        title: text("title"),
        place: text("place"),
        start: fromLocalField(text("start")),
        plannedEnd: fromLocalField(text("plannedEnd")),
      };
      await api.call("editMeeting", { params: { meetingId: meeting.id }, body });
      view.refetch();
      onClose();
    });
  };
  return (
    <Dialog title={t("edit.title")} onClose={onClose}>
      <form onSubmit={submit} className="mt-form">
        <label className="field">
          <span>{t("edit.name")}</span>
          <input className="input" name="title" defaultValue={meeting.title} required maxLength={300} />
        </label>
        <label className="field">
          <span>{t("edit.place")}</span>
          <input className="input" name="place" defaultValue={meeting.place} maxLength={200} />
        </label>
        <label className="field">
          <span>{t("edit.start")}</span>
          <input className="input" name="start" type="datetime-local" defaultValue={toLocalField(meeting.start)} />
        </label>
        <label className="field">
          <span>{t("edit.end")}</span>
          <input
            className="input"
            name="plannedEnd"
            type="datetime-local"
            defaultValue={toLocalField(meeting.plannedEnd)}
          />
        </label>
        {act.failure && (
          <p className="tag need" role="alert">
            {t("failed", { why: act.failure })}
          </p>
        )}
        <div className="mt-dialog-buttons">
          <button type="button" className="btn" onClick={onClose}>
            {t("edit.cancel")}
          </button>
          <button type="submit" className="btn main" disabled={act.busy}>
            {t("edit.save")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
