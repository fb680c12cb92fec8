// One page in sight: its drawing, its text, its links and whatever lies on it. A drawing follows zooming by stretching
// and is drawn anew when zooming rests; a new drawing replaces the old one only when it is finished.
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PageText } from "../../../../shared/paper/page-text.ts";
import type { PageLink, PageView, PaperFile, Turn } from "../engine/paper-file.ts";
import { TextLayer } from "./TextLayer.tsx";

/** Zooming rests after this long without a change. */
const REST_MS = 120;

interface Props {
  file: PaperFile;
  index: number;
  view: PageView;
  scale: number;
  turn: Turn;
  top: number;
  onLink: (target: PageLink["target"]) => void;
  over: ReactNode;
}

/** A page. `data-page` is what selection, search and pointers look for. */
export function PageSheet({ file, index, view, scale, turn, top, onLink, over }: Props) {
  const { t } = useTranslation("reader");
  const { holder, failed } = useDrawing(file, index, scale, turn);
  const text = usePageText(file, index);
  const links = useLinks(file, index, turn);
  const size = { width: view.width * scale, height: view.height * scale };
  return (
    <div
      className="rd-page"
      data-page={index}
      style={{ ...size, top }}
      role="group"
      aria-label={t("page.label", { page: index + 1 })}
    >
      <div className="rd-canvas" ref={holder} aria-hidden="true" />
      {failed && <p className="rd-page-failed">{t("page.failed", { page: index + 1 })}</p>}
      <div className="rd-scaled" style={{ width: view.width, height: view.height, transform: `scale(${scale})` }}>
        {text && <TextLayer text={text} view={view} />}
        {links.map((link, i) => (
          <a
            key={i}
            className="rd-link"
            href={"url" in link.target ? link.target.url : `#trang-${link.target.page + 1}`}
            aria-label={"url" in link.target ? link.target.url : t("page.linkTo", { page: link.target.page + 1 })}
            style={link.box}
            onClick={(event) => {
              event.preventDefault();
              onLink(link.target);
            }}
          />
        ))}
      </div>
      {over}
    </div>
  );
}

function useDrawing(file: PaperFile, index: number, scale: number, turn: Turn) {
  const holder = useRef<HTMLDivElement>(null);
  const drawnOnce = useRef(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const canvas = document.createElement("canvas");
    const draw = async (): Promise<void> => {
      await file.draw(canvas, index, { scale, density: window.devicePixelRatio || 1, turn }, stop.signal);
      if (stop.signal.aborted) return free(canvas);
      const before = holder.current?.firstChild;
      holder.current?.replaceChildren(canvas);
      if (before instanceof HTMLCanvasElement) free(before);
      drawnOnce.current = true;
      setFailed(false);
    };
    const timer = window.setTimeout(() => void draw().catch(() => setFailed(true)), drawnOnce.current ? REST_MS : 0);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [file, index, scale, turn]);
  useEffect(() => {
    const box = holder.current;
    return () => {
      const last = box?.firstChild;
      if (last instanceof HTMLCanvasElement) free(last);
    };
  }, []);
  return { holder, failed };
}

/** A canvas gives its memory back when it has no pixels; waiting for the collector is too late on tablets. */
function free(canvas: HTMLCanvasElement): void {
  canvas.width = canvas.height = 0;
}

/** The text of a page in sight, once it has been read. */
export function usePageText(file: PaperFile, index: number): PageText | null {
  const [text, setText] = useState<PageText | null>(null);
  useEffect(() => {
    let stopped = false;
    // A page whose text cannot be read is shown without a text layer, like a scan.
    file.text(index).then(
      (read) => !stopped && setText(read),
      () => undefined,
    );
    return () => void (stopped = true);
  }, [file, index]);
  return text;
}

function useLinks(file: PaperFile, index: number, turn: Turn): readonly PageLink[] {
  const [links, setLinks] = useState<readonly PageLink[]>([]);
  useEffect(() => {
    let stopped = false;
    file.links(index, turn).then(
      (read) => !stopped && setLinks(read),
      () => undefined,
    );
    return () => void (stopped = true);
  }, [file, index, turn]);
  return links;
}
