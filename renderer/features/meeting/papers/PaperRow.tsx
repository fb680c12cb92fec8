// One paper in a list: what it is, how far it is read, and what can be done with it.
import { IconDownload, IconFileText, IconLock, IconPaperclip, IconPencil, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Paper } from "../../../../shared/protocol/http/schemas.ts";
import { Menu } from "../../../ui/Menu.tsx";

export interface PaperActs {
  edit: (paper: Paper) => void;
  remove: (paper: Paper) => void;
  download: (paper: Paper) => void;
}

/** A row; the menu shows what the caller may do. */
export function PaperRow({ paper, acts, mayEdit }: { paper: Paper; acts: PaperActs; mayEdit: boolean }) {
  const { t } = useTranslation("meeting");
  const opens = paper.pageCount !== null;
  const Icon = opens ? IconFileText : IconPaperclip;
  return (
    <li className="mt-paper">
      <Icon className="i" aria-hidden />
      <div className="mt-paper-name">
        {opens ? <Link to={`/tai-lieu/${paper.id}`}>{paper.title}</Link> : <b>{paper.title}</b>}
        <span className="meta">
          {[
            t(`kind.${paper.kind}`),
            paper.number,
            opens ? t("papers.pages", { count: paper.pageCount }) : t("papers.notPdf"),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </div>
      {paper.readers && (
        <span className="tag hide-m">
          <IconLock className="i" aria-hidden /> {t("papers.narrowed", { count: paper.readers.length })}
        </span>
      )}
      {opens && !mayEdit && (
        <Link className="btn plain hide-m" to={`/tai-lieu/${paper.id}`}>
          {paper.myReading ? t("papers.readOn", { page: paper.myReading.pageIndex + 1 }) : t("papers.read")}
        </Link>
      )}
      <Menu label={t("papers.more", { title: paper.title })}>
        <button type="button" onClick={() => acts.download(paper)}>
          <IconDownload className="i" aria-hidden /> {t("papers.download")}
        </button>
        {mayEdit && (
          <button type="button" onClick={() => acts.edit(paper)}>
            <IconPencil className="i" aria-hidden /> {t("papers.edit")}
          </button>
        )}
        {mayEdit && (
          <button type="button" onClick={() => acts.remove(paper)}>
            <IconTrash className="i" aria-hidden /> {t("papers.remove")}
          </button>
        )}
      </Menu>
    </li>
  );
}
