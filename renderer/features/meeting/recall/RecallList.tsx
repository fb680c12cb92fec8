// What is recalled in the meeting, for those who lead it: by whom, when and why, and which devices have destroyed their
// keys. Earlier recalls stand folded below.
import "./recall.css";
import { IconLockX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { RecallReport } from "../../../../shared/protocol/http/schemas.ts";
import { clockTime, shortDate } from "../../../ui/dates.ts";
import { useAct } from "../../../ui/use-act.ts";
import type { MeetingView } from "../use-meeting.ts";
import { RecallDevices } from "./RecallDevices.tsx";
import { liftRecall, useRecalls } from "./use-recalls.ts";

/** Nothing when nothing was ever recalled here. */
export function RecallList({ view }: { view: MeetingView }) {
  const { t } = useTranslation("meeting");
  const query = useRecalls(view);
  const isKnownToBe = view.meeting.recalledAt !== null || view.papers.some(({ recalledAt }) => recalledAt !== null);
  if (query.isPending && isKnownToBe) return <p className="meta mt-recalls">{t("recall.loading")}</p>;
  if (query.isError && !query.data) return isKnownToBe ? <Failed onRetry={() => void query.refetch()} /> : null;
  const all = query.data?.recalls ?? [];
  const inForce = all.filter(({ lifted }) => lifted === null);
  const before = all.filter(({ lifted }) => lifted !== null);
  if (all.length === 0) return null;
  return (
    <section className="mt-recalls" aria-label={t("recall.title")}>
      {inForce.length > 0 && <h2 className="mt-h3">{t("recall.title")}</h2>}
      {inForce.map((report) => (
        <RecallCard key={report.id} report={report} view={view} />
      ))}
      {before.length > 0 && (
        <details className="mt-recalls-before">
          <summary>{t("recall.before", { count: before.length })}</summary>
          <ul className="list">
            {before.map((report) => (
              <Before key={report.id} report={report} view={view} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function RecallCard({ report, view }: { report: RecallReport; view: MeetingView }) {
  const { t } = useTranslation("meeting");
  const act = useAct();
  const title = useTitle(report, view);
  const lift = (): void =>
    act.run(async () => {
      await liftRecall(report);
      view.refetch();
    });
  return (
    <article className="sheet mt-recall">
      <div className="row between wrap">
        <h3>
          <span className="tag son">
            <IconLockX className="i" aria-hidden /> {t("recall.tag")}
          </span>{" "}
          {title}
        </h3>
        <button
          type="button"
          className="btn"
          aria-label={t("recall.liftOf", { title })}
          disabled={act.busy}
          onClick={lift}
        >
          {t(act.busy ? "recall.lifting" : "recall.lift")}
        </button>
      </div>
      <p>{t("recall.why", { reason: report.reason })}</p>
      <p className="meta">{t("recall.by", { name: report.by.fullName, ...momentOf(report.at, view) })}</p>
      {act.failure && (
        <p className="alarm-text" role="alert">
          {t("failed", { why: act.failure })}
        </p>
      )}
      <RecallDevices devices={report.devices} timeZone={view.meeting.timeZone} />
    </article>
  );
}

function Before({ report, view }: { report: RecallReport; view: MeetingView }) {
  const { t } = useTranslation("meeting");
  const title = useTitle(report, view);
  const { by, lifted } = report;
  return (
    <li>
      <b>{title}</b>
      <p className="meta">
        {[
          t("recall.why", { reason: report.reason }),
          t("recall.by", { name: by.fullName, ...momentOf(report.at, view) }),
          lifted && t("recall.liftedBy", { name: lifted.fullName, ...momentOf(lifted.at, view) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </li>
  );
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation("meeting");
  return (
    <div className="mt-recalls row wrap" role="alert">
      <p className="alarm-text">{t("recall.failed")}</p>
      <button type="button" className="btn" onClick={onRetry}>
        {t("recall.retry")}
      </button>
    </div>
  );
}

function useTitle({ kind, subjectId }: RecallReport, view: MeetingView): string {
  const { t } = useTranslation("meeting");
  if (kind === "meeting") return t("recall.of");
  return view.papers.find(({ id }) => id === subjectId)?.title ?? t("recall.lost");
}

function momentOf(at: string, { meeting }: MeetingView): { time: string; date: string } {
  return { time: clockTime(at, meeting.timeZone), date: shortDate(at, meeting.timeZone) };
}
