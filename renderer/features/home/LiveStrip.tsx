// The meeting that is live now, as a strip of the table edge: the page that is shown, what is discussed, who leads.
import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MeetingSummary } from "../../../shared/protocol/http/schemas.ts";
import { clockTime } from "../../ui/dates.ts";
import { Thumbnail } from "../../ui/Thumbnail.tsx";

export function LiveStrip({ meeting }: { meeting: MeetingSummary }) {
  const { t } = useTranslation("home");
  const { stage, startedAt, timeZone, chairs, currentItemTitle, previewPaperId, newPapers } = meeting;
  const time = startedAt && clockTime(startedAt, timeZone);
  return (
    <section className="home-live" aria-label={meeting.title}>
      {previewPaperId !== null && (
        <div className="home-peek">
          <Thumbnail paperId={previewPaperId} />
        </div>
      )}
      <div className="grow">
        <span className="live">{stage === "paused" ? t("paused") : time ? t("liveSince", { time }) : t("live")}</span>
        <h2>{meeting.title}</h2>
        {currentItemTitle && <p className="home-item">{t("item", { title: currentItemTitle })}</p>}
        <p className="meta">
          {chairs.length > 0 && t("chairs", { names: chairs.join(", ") })}
          {newPapers > 0 && <b className="home-fresh">{t("fresh", { count: newPapers })}</b>}
        </p>
      </div>
      <Link className="btn main big" to={`/cuoc-hop/${meeting.id}`}>
        {t("enter")} <IconArrowRight className="i" aria-hidden />
      </Link>
    </section>
  );
}
