// Says to everybody that the meeting does not go on as planned, and why.
import { IconCalendarPause } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { MeetingView } from "../use-meeting.ts";

/** Nothing while the meeting goes its usual way. */
export function StageNotice({ view }: { view: MeetingView }) {
  const { t } = useTranslation("meeting");
  const { stage, stageReason } = view.meeting;
  const isHeldUp = stage === "postponed" || stage === "cancelled";
  if (!isHeldUp && stageReason === "") return null;
  return (
    <div className="banner" role="status">
      <IconCalendarPause className="i" aria-hidden />
      <p className="grow">
        <b>{t(isHeldUp ? `stageNotice.${stage}` : "stageNotice.other", { stage: t(`stage.${stage}`) })}</b>{" "}
        {stageReason && t("stageNotice.why", { reason: stageReason })}
      </p>
    </div>
  );
}
