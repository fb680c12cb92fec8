// The facts of the meeting: its name, kind, place and times.
import { useTranslation } from "react-i18next";
import { meetingKind } from "../../../../shared/protocol/http/schemas.ts";
import { api } from "../../../platform/api.ts";
import { DateTimeField } from "../../../ui/DateTimeField.tsx";
import { FormDialog } from "../../../ui/FormDialog.tsx";
import type { MeetingView } from "../use-meeting.ts";

/** A dialog; saves all at once. */
export function FactsEditor({ view, onClose }: { view: MeetingView; onClose: () => void }) {
  const { t } = useTranslation("meeting");
  const { meeting } = view;
  const save = async (read: (name: string) => string): Promise<void> => {
    const body = {
      title: read("title"),
      kind: meetingKind.parse(read("kind")),
      place: read("place"),
      start: read("start") || null,
      plannedEnd: read("plannedEnd") || null,
    };
    await api.call("editMeeting", { params: { meetingId: meeting.id }, body });
    view.refetch();
  };
  return (
    <FormDialog title={t("edit.title")} save={t("edit.save")} onSave={save} onClose={onClose}>
      <label className="field">
        <span>{t("edit.name")}</span>
        <input className="input" name="title" defaultValue={meeting.title} required maxLength={300} />
      </label>
      <label className="field">
        <span>{t("edit.kind")}</span>
        <select className="input" name="kind" defaultValue={meeting.kind}>
          {meetingKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {t(`meetingKind.${kind}`, { ns: "ui" })}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t("edit.place")}</span>
        <input className="input" name="place" defaultValue={meeting.place} maxLength={200} />
      </label>
      <DateTimeField label={t("edit.start")} name="start" initial={meeting.start} timeZone={meeting.timeZone} />
      <DateTimeField label={t("edit.end")} name="plannedEnd" initial={meeting.plannedEnd} timeZone={meeting.timeZone} />
    </FormDialog>
  );
}
