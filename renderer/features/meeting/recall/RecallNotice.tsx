// Says to those who lead that the meeting is recalled, and gives it back.
import { IconLockX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../ui/use-act.ts";
import type { MeetingView } from "../use-meeting.ts";
import { liftRecall } from "./use-recalls.ts";

/** Nothing while the meeting is not recalled. */
export function RecallNotice({ view }: { view: MeetingView }) {
  const { t } = useTranslation("meeting");
  const act = useAct();
  const { id, recalledAt } = view.meeting;
  if (recalledAt === null) return null;
  const lift = (): void =>
    act.run(async () => {
      await liftRecall({ kind: "meeting", subjectId: id, meetingId: id });
      view.refetch();
    });
  return (
    <div className="banner" role="status">
      <IconLockX className="i" aria-hidden />
      <p className="grow">
        <b>{t("recall.notice")}</b> {act.failure ? t("failed", { why: act.failure }) : t("recall.noticeHint")}
      </p>
      <button type="button" className="btn plain" disabled={act.busy} onClick={lift}>
        {t(act.busy ? "recall.lifting" : "recall.lift")}
      </button>
    </div>
  );
}
