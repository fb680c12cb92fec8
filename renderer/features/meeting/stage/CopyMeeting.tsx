// A new meeting after the pattern of this one: its agenda and its participants, without papers.
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api } from "../../../platform/api.ts";
import { DateTimeField } from "../../../ui/DateTimeField.tsx";
import { FormDialog } from "../../../ui/FormDialog.tsx";
import type { MeetingView } from "../use-meeting.ts";

/** A dialog; leads to the new meeting. */
export function CopyMeeting({ view, onClose }: { view: MeetingView; onClose: () => void }) {
  const { t } = useTranslation("meeting");
  const navigate = useNavigate();
  const { id, organisationId, kind, place, title } = view.meeting;
  const create = async (read: (name: string) => string): Promise<void> => {
    const facts = { title: read("title"), kind, place, start: read("start") || null, plannedEnd: null };
    const { meeting } = await api.call("createMeeting", { body: { ...facts, organisationId, copyOf: id } });
    await navigate(`/cuoc-hop/${meeting.id}`);
  };
  return (
    <FormDialog title={t("copy.title")} save={t("copy.save")} onSave={create} onClose={onClose}>
      <p className="mt-soft">{t("copy.hint")}</p>
      <label className="field">
        <span>{t("edit.name")}</span>
        <input className="input" name="title" defaultValue={title} required maxLength={300} />
      </label>
      <DateTimeField label={t("edit.start")} name="start" initial={null} />
    </FormDialog>
  );
}
