// One page in sight: its drawing, its text, its links and whatever lies on it. The drawing comes first; text and links
// are read after it, since nobody can select what is not yet seen.
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PageText } from "../../../../shared/paper/page-text.ts";
import type { PageView, Turn } from "../engine/page-view.ts";
import type { PaperFile } from "../engine/paper-file.ts";
import type { PageLink } from "../engine/paper-ways.ts";
import { TextLayer } from "./TextLayer.tsx";
import { useDrawing } from "./use-drawing.ts";

interface Props {
  file: PaperFile;
  index: number;
  view: PageView;
  scale: number;
  turn: Turn;
  /** It is not in sight yet. */
  beside: boolean;
  top: number;
  left: number;
  onLink: (target: PageLink["target"]) => void;
  over: ReactNode;
}

/** A page. `data-page` is what selection, search and pointers look for. */
export function PageSheet({ file, index, view, scale, turn, beside, top, left, onLink, over }: Props) {
  const { t } = useTranslation("reader");
  const { holder, state, again } = useDrawing(file, index, scale, turn, beside);
  useEffect(() => file.hold(index), [file, index]);
  const ready = state !== "drawing";
  const text = usePageText(file, index, ready);
  const links = useLinks(file, index, turn, ready);
  const size = { width: view.width * scale, height: view.height * scale };
  return (
    <div
      className="rd-page"
      data-page={index}
      style={{ ...size, top, left }}
      role="group"
      aria-label={t("page.label", { page: index + 1 })}
      aria-busy={state === "drawing"}
    >
      <div className="rd-canvas" ref={holder} aria-hidden="true" />
      <div className="rd-scaled" style={{ width: view.width, height: view.height, transform: `scale(${scale})` }}>
        {text && <TextLayer text={text} view={view} />}
        {links.map((link, i) => (
          <LinkBox key={i} link={link} onLink={onLink} />
        ))}
      </div>
      {over}
      {state === "failed" && (
        <div className="rd-page-failed" role="alert">
          <p>{t("page.failed", { page: index + 1 })}</p>
          <button type="button" className="btn" onClick={again}>
            {t("page.again")}
          </button>
        </div>
      )}
    </div>
  );
}

function LinkBox({ link, onLink }: { link: PageLink; onLink: Props["onLink"] }) {
  const { t } = useTranslation("reader");
  const { target, box } = link;
  return (
    <a
      className="rd-link"
      href={"url" in target ? target.url : `#trang-${target.page + 1}`}
      aria-label={"url" in target ? target.url : t("page.linkTo", { page: target.page + 1 })}
      style={box}
      onClick={(event) => {
        event.preventDefault();
        onLink(target);
      }}
    />
  );
}

/** The text of a page in sight, once it has been read. */
export function usePageText(file: PaperFile, index: number, ready = true): PageText | null {
  const [text, setText] = useState<PageText | null>(null);
  useEffect(() => {
    if (!ready) return;
    let stopped = false;
    // A page whose text cannot be read is shown without a text layer, like a scan.
    file.text(index).then(
      (read) => !stopped && setText(read),
      () => undefined,
    );
    return () => void (stopped = true);
  }, [file, index, ready]);
  return text;
}

function useLinks(file: PaperFile, index: number, turn: Turn, ready: boolean): readonly PageLink[] {
  const [links, setLinks] = useState<readonly PageLink[]>([]);
  useEffect(() => {
    if (!ready) return;
    let stopped = false;
    // Without its links a page can still be read.
    file.links(index, turn).then(
      (read) => !stopped && setLinks(read),
      () => undefined,
    );
    return () => void (stopped = true);
  }, [file, index, turn, ready]);
  return links;
}
