// A new meeting: only its title is needed, everything else can follow; an earlier one may serve as the pattern.
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { meetingKind, type MeetingSummary } from "../../../shared/protocol/http/schemas.ts";
import { api } from "../../platform/api.ts";
import { DateTimeField } from "../../ui/DateTimeField.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";

/** `earlier`: the meetings whose agenda and participants may be taken over. */
export function NewMeeting({ earlier, onClose }: { earlier: readonly MeetingSummary[]; onClose: () => void }) {
  const { t } = useTranslation("home");
  const navigate = useNavigate();
  const queries = useQueryClient();
  const create = async (read: (name: string) => string): Promise<void> => {
    const copyOf = read("copyOf");
    const { meeting } = await api.call("createMeeting", {
      body: {
        title: read("title"),
        kind: meetingKind.parse(read("kind")),
        place: read("place"),
        start: read("start") || null,
        plannedEnd: read("end") || null,
        ...(copyOf && { copyOf }),
      },
    });
    await queries.invalidateQueries({ queryKey: ["meetings"] });
    await navigate(`/cuoc-hop/${meeting.id}`);
  };
  return (
    <FormDialog title={t("create")} save={t("save")} onSave={create} onClose={onClose}>
      <label className="field">
        <span>{t("title")}</span>
        <input className="input" name="title" required maxLength={300} autoComplete="off" />
      </label>
      <label className="field">
        <span>{t("kindHead")}</span>
        <select className="input" name="kind">
          {meetingKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {t(`meetingKind.${kind}`, { ns: "app" })}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t("place")}</span>
        <input className="input" name="place" maxLength={200} autoComplete="off" />
      </label>
      <DateTimeField label={t("start")} name="start" initial={null} />
      <DateTimeField label={t("end")} name="end" initial={null} />
      {earlier.length > 0 && (
        <label className="field">
          <span>{t("copyOf")}</span>
          <select className="input" name="copyOf">
            <option value="">{t("copyNone")}</option>
            {earlier.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
          <small className="meta">{t("copyHint")}</small>
        </label>
      )}
    </FormDialog>
  );
}
