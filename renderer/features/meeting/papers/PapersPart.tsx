// The part Tài liệu: every paper as a small sheet with its first page, grouped by agenda item.
import "./papers.css";
import { IconFilePlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Paper } from "../../../../shared/protocol/http/schemas.ts";
import type { MeetingView } from "../use-meeting.ts";
import { DropZone } from "./DropZone.tsx";
import { FileButton } from "./FileButton.tsx";
import { KeptHere } from "./KeptHere.tsx";
import { PaperRow } from "./PaperRow.tsx";
import { Thumbnail } from "../../../ui/Thumbnail.tsx";
import { UploadList } from "./UploadList.tsx";
import type { PaperWork } from "./use-paper-acts.ts";
import type { Uploads } from "./use-uploads.ts";

interface PapersPartProps {
  view: MeetingView;
  work: PaperWork;
  uploads: Uploads;
  onAgenda: () => void;
}

/** The whole part. */
export function PapersPart({ view, work, uploads, onAgenda }: PapersPartProps) {
  const { t } = useTranslation("meeting");
  const mayEdit = view.meeting.may.edit;
  const papers = view.papers.filter((paper) => paper.status === "ready");
  const groups = groupByItem(view, papers);
  return (
    <DropZone enabled={mayEdit} onFiles={(files) => uploads.add(files, null)}>
      <section className="mt-part" aria-label={t("papers.title")}>
        <div className="row between wrap">
          <h1 className="mt-h2">{t("papers.title")}</h1>
          {mayEdit && <FileButton label={t("papers.choose")} onFiles={(files) => uploads.add(files, null)} />}
        </div>
        <KeptHere meetingId={view.meeting.id} papers={papers.filter(({ recalledAt }) => recalledAt === null)} />
        <UploadList uploads={uploads} />
        {papers.length === 0 && (
          <div className="mt-empty">
            <IconFilePlus className="i" aria-hidden />
            <h2>{t("papers.empty")}</h2>
            <p>{mayEdit ? t("papers.dropHere") : t("papers.emptyHint")}</p>
            <button type="button" className="btn" onClick={onAgenda}>
              {t("papers.viewAgenda")}
            </button>
          </div>
        )}
        {groups.map(({ key, title, papers: some }) => (
          <div key={key} className="mt-paper-group">
            <h2 className="mt-h3">{title ?? t("papers.unsorted")}</h2>
            <ul className="mt-shelf">
              {some.map((paper) => (
                <li key={paper.id} className="mt-shelf-item">
                  <Thumbnail paperId={paper.hasThumbnail ? paper.id : null} />
                  <ul className="grow">
                    <PaperRow paper={paper} acts={work} mayEdit={mayEdit} among={some} />
                  </ul>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    </DropZone>
  );
}

interface Group {
  key: string;
  title: string | null;
  papers: Paper[];
}

/** In the agenda's order; papers whose item is gone stand with the unsorted. */
function groupByItem(view: MeetingView, papers: readonly Paper[]): Group[] {
  const known = new Set(view.items.map((item) => item.id));
  const unsorted = papers.filter((paper) => paper.itemId === null || !known.has(paper.itemId));
  const sorted = view.items.map((item): Group => ({
    key: item.id,
    title: `${item.number}. ${item.title}`,
    papers: papers.filter((paper) => paper.itemId === item.id),
  }));
  return [{ key: "", title: null, papers: unsorted }, ...sorted].filter((group) => group.papers.length > 0);
}
