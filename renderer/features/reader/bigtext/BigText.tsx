// "Chữ to": the words of the page in hand as running text in large letters, for a phone. Marks lie on their words, and
// words can be selected and marked as on the page.
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isWithoutText } from "../../../../shared/paper/page-text.ts";
import { paragraphsOf } from "../../../../shared/paper/paragraphs.ts";
import type { PaperFile } from "../engine/paper-file.ts";
import type { LayeredMark } from "../marks/use-paper-marks.ts";
import { usePageText } from "../pages/PageSheet.tsx";
import { useCoinColours } from "../../../ui/coin-colour.ts";
import { colourClass } from "../people.ts";
import { piecesOf, type Piece, spansOf } from "./pieces.ts";

interface Props {
  file: PaperFile;
  page: number;
  marks: readonly LayeredMark[];
  selected: string | null;
  onPage: (page: number) => void;
  onMark: (key: string) => void;
  /** The pointer let go of the text. */
  onReleased: () => void;
}

export function BigText({ file, page, marks, selected, onPage, onMark, onReleased }: Props) {
  const { t } = useTranslation("reader");
  const colourOf = useCoinColours();
  const text = usePageText(file, page);
  const paragraphs = useMemo(() => (text ? paragraphsOf(text) : []), [text]);
  const spans = useMemo(() => (text ? spansOf(text, marks, page) : []), [text, marks, page]);
  const className = (piece: Piece): string => {
    const { mark } = piece;
    if (!mark) return "";
    const owner = mark.layer === "private" ? "pencil" : colourClass(colourOf(mark.author));
    return `rd-big-mark ${owner}${mark.key === selected ? " sel" : ""}`;
  };
  return (
    <article className="rd-big" data-page={page} aria-label={t("page.label", { page: page + 1 })} key={page}>
      <div className="rd-big-text" lang="vi" onPointerUp={onReleased}>
        {text && isWithoutText(text) && <p>{t("tools.noText")}</p>}
        {text &&
          paragraphs.map((paragraph) => (
            <p key={paragraph.start}>
              {piecesOf(text, paragraph, spans).map((piece) => (
                <span
                  key={piece.start}
                  data-start={piece.start}
                  className={className(piece)}
                  onClick={() => piece.mark && onMark(piece.mark.key)}
                >
                  {piece.words}
                </span>
              ))}
            </p>
          ))}
      </div>
      <nav className="rd-big-turn" aria-label={t("page.turn")}>
        <button type="button" className="btn" disabled={page === 0} onClick={() => onPage(page - 1)}>
          <IconChevronLeft size={22} aria-hidden="true" /> {t("page.previous")}
        </button>
        <button type="button" className="btn" disabled={page === file.pageCount - 1} onClick={() => onPage(page + 1)}>
          {t("page.next")} <IconChevronRight size={22} aria-hidden="true" />
        </button>
      </nav>
    </article>
  );
}
