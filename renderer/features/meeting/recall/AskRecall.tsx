// The question before a recall: what it does, what it cannot do, and why it is done.
import { useTranslation } from "react-i18next";
import type { Paper } from "../../../../shared/protocol/http/schemas.ts";
import { api } from "../../../platform/api.ts";
import { FormDialog } from "../../../ui/FormDialog.tsx";
import type { MeetingView } from "../use-meeting.ts";

/** As the server's contract has it. */
const MAX_REASON = 500;

interface AskRecallProps {
  view: MeetingView;
  /** Left out: the whole meeting. */
  paper?: Paper;
  onClose: () => void;
}

/** A dialog; closes when it is recalled. */
export function AskRecall({ view, paper, onClose }: AskRecallProps) {
  const { t } = useTranslation("meeting");
  const title = paper
    ? t("recall.askPaper", { title: paper.title })
    : t("recall.askMeeting", { title: view.meeting.title });
  const recall = async (read: (name: string) => string): Promise<void> => {
    const body = { reason: read("reason") };
    if (paper) await api.call("recallPaper", { params: { paperId: paper.id }, body });
    else await api.call("recallMeeting", { params: { meetingId: view.meeting.id }, body });
    view.refetch();
  };
  return (
    <FormDialog title={title} save={t(paper ? "recall.paper" : "recall.meeting")} onSave={recall} onClose={onClose}>
      <p>{t(paper ? "recall.paperText" : "recall.meetingText")}</p>
      <p className="meta">{t("recall.honest")}</p>
      <label className="field">
        <span>{t("recall.reason")}</span>
        <textarea className="input" name="reason" rows={3} maxLength={MAX_REASON} required autoFocus />
      </label>
    </FormDialog>
  );
}
