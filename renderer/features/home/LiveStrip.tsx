// The meeting that is live now: its first page, what is being discussed, and the way in.
import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MeetingSummary } from "../../../shared/protocol/http/schemas.ts";
import { Thumbnail } from "../../ui/Thumbnail.tsx";
import { clockOf } from "./dates.ts";

export function LiveStrip({ meeting }: { meeting: MeetingSummary }) {
  const { t } = useTranslation("home");
  const { title, stage, startedAt, timeZone, chairs, currentItemTitle } = meeting;
  const state = t(stage === "paused" ? "paused" : "live");
  return (
    <section className="home-live" aria-label={title}>
      <div className="home-peek">
        <Thumbnail paperId={meeting.previewPaperId} />
      </div>
      <div className="grow">
        <span className="live">{startedAt ? t("since", { state, time: clockOf(startedAt, timeZone) }) : state}</span>
        <h2>{title}</h2>
        <p className="meta">
          {currentItemTitle ? t("item", { title: currentItemTitle }) : t("chairs", { names: chairs.join(", ") })}
        </p>
      </div>
      <Link className="btn main big" to={`/cuoc-hop/${meeting.id}`}>
        {t("enter")} <IconArrowRight className="i" aria-hidden />
      </Link>
    </section>
  );
}
