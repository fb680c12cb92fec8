// What of this meeting is on this device: how many papers, and whether they stay after the meeting. Nothing on a machine
// that is not one's own.
import { IconDeviceLaptop, IconDownload } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Paper } from "../../../../shared/protocol/http/schemas.ts";
import { pinMeeting, pinnedMeetings } from "../../../offline/fetch-ahead.ts";
import { useParts, usePart } from "../../../offline/papers-here.ts";
import { isOwnDevice } from "../../../platform/sign-in.ts";

interface KeptHereProps {
  meetingId: string;
  papers: readonly Paper[];
}

/** One line above the papers. */
export function KeptHere({ meetingId, papers }: KeptHereProps) {
  const { t } = useTranslation("meeting");
  const parts = useParts();
  const [isPinned, setPinned] = useState<boolean | null>(null);
  useEffect(() => {
    let left = false;
    void pinnedMeetings().then((all) => !left && setPinned(all.has(meetingId)));
    return () => {
      left = true;
    };
  }, [meetingId]);
  if (!isOwnDevice() || isPinned === null || papers.length === 0) return null;
  const here = papers.filter(({ sha256 }) => parts.get(sha256) === 1).length;
  const pin = (next: boolean) => {
    setPinned(next);
    pinMeeting(meetingId, next).catch((error: unknown) => {
      console.warn("the meeting is not pinned", error);
      setPinned(!next);
    });
  };
  return (
    <div className="mt-here row wrap">
      <p className="meta" role="status">
        <IconDeviceLaptop className="i" aria-hidden /> {t("here.count", { here, all: papers.length })}
      </p>
      <label className="check">
        <input type="checkbox" checked={isPinned} onChange={(event) => pin(event.currentTarget.checked)} />
        <span>{t("here.pin")}</span>
      </label>
    </div>
  );
}

/** The state of one paper, in words short enough for its row. */
export function PaperHere({ paper }: { paper: Paper }) {
  const { t } = useTranslation("meeting");
  const part = usePart(paper.sha256);
  if (part === null || part === 0) return null;
  const isWhole = part === 1;
  const Icon = isWhole ? IconDeviceLaptop : IconDownload;
  return (
    <span className="meta no-break">
      <Icon className="i" aria-hidden />{" "}
      {isWhole ? t("here.whole") : t("here.part", { percent: Math.floor(part * 100) })}
    </span>
  );
}
