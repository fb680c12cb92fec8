// What was taken off the agenda and which papers were removed, to be brought back: also after a reload, also by others.
import "./removed.css";
import { IconArrowBackUp, IconFileText, IconListNumbers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { readRemovedItems, restoreItem } from "../../../../shared/ydoc/agenda.ts";
import { useDocValue } from "../../../sync/use-doc-value.ts";
import type { PaperWork } from "../papers/use-paper-acts.ts";
import type { MeetingView } from "../use-meeting.ts";

/** Nothing when nothing was removed. */
export function RemovedList({ view, work }: { view: MeetingView; work: PaperWork }) {
  const { t } = useTranslation("meeting");
  const { doc } = view.agendaRoom;
  const items = useDocValue(doc, readRemovedItems);
  const papers = view.papers.filter(({ status }) => status === "removed");
  const count = items.length + papers.length;
  if (count === 0) return null;
  return (
    <details className="mt-removed">
      <summary>{t("removed.title", { count })}</summary>
      <ul className="sheet mt-papers">
        {items.map(({ id, title }) => (
          <li key={id} className="mt-paper">
            <IconListNumbers className="i" aria-hidden />
            <span className="mt-paper-name">{title || t("agenda.unnamed")}</span>
            <Restore title={title || t("agenda.unnamed")} onClick={() => restoreItem(doc, id)} />
          </li>
        ))}
        {papers.map((paper) => (
          <li key={paper.id} className="mt-paper">
            <IconFileText className="i" aria-hidden />
            <span className="mt-paper-name">{paper.title}</span>
            <Restore title={paper.title} onClick={() => work.restore(paper)} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Restore({ title, onClick }: { title: string; onClick: () => void }) {
  const { t } = useTranslation("meeting");
  return (
    <button type="button" className="btn plain" aria-label={t("removed.restoreName", { title })} onClick={onClick}>
      <IconArrowBackUp className="i" aria-hidden /> {t("agenda.restore")}
    </button>
  );
}
