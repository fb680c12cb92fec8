// The item in hand as a sheet on the desk: what it is about, the page that is shown now, its papers.
import { IconArrowRight, IconPresentation } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AgendaItem } from "../../../../shared/ydoc/agenda.ts";
import { api } from "../../../platform/api.ts";
import { PaperRow } from "../papers/PaperRow.tsx";
import { Thumbnail } from "../../../ui/Thumbnail.tsx";
import type { PaperWork } from "../papers/use-paper-acts.ts";
import { useAct } from "../../../ui/use-act.ts";
import type { MeetingView } from "../use-meeting.ts";

interface ItemSheetProps {
  view: MeetingView;
  item: AgendaItem;
  work: PaperWork;
}

/** The sheet in the middle. */
export function ItemSheet({ view, item, work }: ItemSheetProps) {
  const { t } = useTranslation("meeting");
  const isNow = item.id === view.floor.currentItemId;
  const papers = view.papers.filter((paper) => paper.itemId === item.id && paper.status === "ready");
  return (
    <article className="sheet mt-item">
      <header>
        <p className={isNow ? "tag son" : "tag"}>{t(isNow ? "agenda.now" : "agenda.item", { number: item.number })}</p>
        <h1>{item.title || t("agenda.unnamed")}</h1>
        {item.presenter && <p className="mt-soft">{t("agenda.presents", { name: item.presenter })}</p>}
        {!isNow && <GoHere view={view} itemId={item.id} />}
      </header>
      {item.description && <p className="mt-description">{item.description}</p>}
      {isNow && <Shown view={view} />}
      {papers.length > 0 ? (
        <ul className="list rule">
          {papers.map((paper) => (
            <PaperRow key={paper.id} paper={paper} acts={work} mayEdit={false} among={papers} />
          ))}
        </ul>
      ) : (
        <p className="meta">{t("agenda.papersNone")}</p>
      )}
    </article>
  );
}

function GoHere({ view, itemId }: { view: MeetingView; itemId: string }) {
  const { t } = useTranslation("meeting");
  const act = useAct();
  const isOpen = view.floor.stage === "live" || view.floor.stage === "paused";
  if (!isOpen || !view.meeting.may.lead) return null;
  const go = (): void =>
    act.run(() => api.call("goToItem", { params: { meetingId: view.meeting.id }, body: { itemId } }));
  return (
    <button type="button" className="btn" disabled={act.busy} onClick={go}>
      {t("floor.goTo")}
    </button>
  );
}

/** The page that the presenter shows, with the one red button of the screen. */
function Shown({ view }: { view: MeetingView }) {
  const { t } = useTranslation("meeting");
  const { presentation } = view.floor;
  const paper = view.papers.find(({ id }) => id === presentation?.paperId);
  if (!presentation || !paper) return null;
  const page = presentation.pageIndex + 1;
  return (
    <section className="mt-shown rule">
      <Link to={`/tai-lieu/${paper.id}?theo=1`} tabIndex={-1} aria-hidden>
        <Thumbnail paperId={paper.hasThumbnail ? paper.id : null} />
      </Link>
      <div>
        <p className="tag muc">
          <IconPresentation className="i" aria-hidden />
          {paper.pageCount === null
            ? t("floor.showingPage", { page })
            : t("floor.showing", { page, count: paper.pageCount })}
        </p>
        <h2>{paper.title}</h2>
        <Link className="btn main big" to={`/tai-lieu/${paper.id}?theo=1`}>
          {t("floor.follow")} <IconArrowRight className="i" aria-hidden />
        </Link>
        {paper.myReading && (
          <Link className="btn plain" to={`/tai-lieu/${paper.id}`}>
            {t("floor.openOwn", { page: paper.myReading.pageIndex + 1 })}
          </Link>
        )}
      </div>
    </section>
  );
}
