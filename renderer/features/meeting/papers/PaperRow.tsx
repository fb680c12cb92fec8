// One paper in a list: what it is, how far it is read, and what can be done with it.
import "./papers.css";
import {
  IconArrowDown,
  IconArrowUp,
  IconDownload,
  IconFileText,
  IconLock,
  IconLockX,
  IconPaperclip,
  IconPencil,
  IconTrash,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Paper } from "../../../../shared/protocol/http/schemas.ts";
import { Menu } from "../../../ui/Menu.tsx";
import { PaperHere } from "./KeptHere.tsx";
import { orderAfterStep } from "./paper-order.ts";

const steps = [
  ["up", IconArrowUp],
  ["down", IconArrowDown],
] as const;

export interface PaperActs {
  edit: (paper: Paper) => void;
  remove: (paper: Paper) => void;
  download: (paper: Paper) => void;
  /** Asks before it recalls; null: this person may not. */
  recall: ((paper: Paper) => void) | null;
  /** Gives it another place among the papers of its item. */
  reorder: (paper: Paper, order: string) => void;
}

interface PaperRowProps {
  paper: Paper;
  acts: PaperActs;
  mayEdit: boolean;
  /** The papers beside it, in order, this one among them. */
  among: readonly Paper[];
}

/** A row; the menu shows what the caller may do. A recalled paper is only named. */
export function PaperRow({ paper, acts, mayEdit, among }: PaperRowProps) {
  const { t } = useTranslation("meeting");
  const isRecalled = paper.recalledAt !== null;
  const isPdf = paper.pageCount !== null;
  const opens = isPdf && !isRecalled;
  const Icon = isRecalled ? IconLockX : isPdf ? IconFileText : IconPaperclip;
  return (
    <li className="mt-paper">
      <Icon className="i" aria-hidden />
      <div className="mt-paper-name">
        {opens ? <Link to={`/tai-lieu/${paper.id}`}>{paper.title}</Link> : <b>{paper.title}</b>}
        <span className="meta">
          {[
            t(`kind.${paper.kind}`),
            paper.number,
            isPdf ? t("papers.pages", { count: paper.pageCount ?? 0 }) : t("papers.notPdf"),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </div>
      {isRecalled ? <span className="tag son">{t("recall.tag")}</span> : <PaperHere paper={paper} />}
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
      {!isRecalled && <PaperMenu {...{ paper, acts, mayEdit, among }} />}
    </li>
  );
}

function PaperMenu({ paper, acts, mayEdit, among }: PaperRowProps) {
  const { t } = useTranslation("meeting");
  const { recall } = acts;
  return (
    <Menu label={t("papers.more", { title: paper.title })}>
      <button type="button" onClick={() => acts.download(paper)}>
        <IconDownload className="i" aria-hidden /> {t("papers.download")}
      </button>
      {mayEdit &&
        steps.map(([step, Icon]) => {
          const order = orderAfterStep(among, paper.id, step);
          return (
            order !== null && (
              <button key={step} type="button" onClick={() => acts.reorder(paper, order)}>
                <Icon className="i" aria-hidden /> {t(`agenda.${step}`)}
              </button>
            )
          );
        })}
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
      {recall && (
        <button type="button" onClick={() => recall(paper)}>
          <IconLockX className="i" aria-hidden /> {t("recall.paper")}…
        </button>
      )}
    </Menu>
  );
}
