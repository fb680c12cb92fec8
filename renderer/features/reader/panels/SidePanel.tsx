// Pages and outline beside the paper.
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutlineEntry, PageView, PaperFile, Turn } from "../engine/paper-file.ts";

interface Props {
  file: PaperFile;
  views: readonly PageView[];
  turn: Turn;
  page: number;
  onPage: (page: number) => void;
}

export function SidePanel({ file, views, turn, page, onPage }: Props) {
  const { t } = useTranslation("reader");
  const [part, setPart] = useState<"pages" | "outline">("pages");
  return (
    <>
      <div className="rd-parts">
        <button type="button" aria-pressed={part === "pages"} onClick={() => setPart("pages")}>
          {t("panel.pages")}
        </button>
        <button type="button" aria-pressed={part === "outline"} onClick={() => setPart("outline")}>
          {t("panel.outline")}
        </button>
      </div>
      {part === "pages" ? (
        <ol className="rd-thumbs">
          {views.map((view, index) => (
            <Thumbnail
              key={index}
              {...{ file, view, index, turn, current: index === page }}
              onClick={() => onPage(index)}
            />
          ))}
        </ol>
      ) : (
        <Outline file={file} onPage={onPage} />
      )}
    </>
  );
}

/** Width of a thumbnail in CSS pixels. */
const THUMB_WIDTH = 112;

interface ThumbnailProps {
  file: PaperFile;
  view: PageView;
  index: number;
  turn: Turn;
  current: boolean;
  onClick: () => void;
}

/** Drawn only while in sight; its pixels are given back when it leaves. */
function Thumbnail({ file, view, index, turn, current, onClick }: ThumbnailProps) {
  const { t } = useTranslation("reader");
  const button = useRef<HTMLButtonElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = button.current;
    if (!element) return;
    const watch = new IntersectionObserver((entries) => setSeen(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: "200px",
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const sheet = canvas.current;
    if (!seen || !sheet) return;
    const stop = new AbortController();
    const look = { scale: THUMB_WIDTH / view.width, density: window.devicePixelRatio || 1, turn };
    // A page that cannot be drawn stays an empty sheet here; the page itself says so.
    file.draw(sheet, index, look, stop.signal).catch(() => undefined);
    return () => {
      stop.abort();
      sheet.width = sheet.height = 0;
    };
  }, [file, index, seen, turn, view.width]);
  useEffect(() => {
    if (current) button.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <li className={current ? "cur" : ""}>
      <button
        ref={button}
        type="button"
        aria-label={t("page.label", { page: index + 1 })}
        aria-current={current ? "page" : undefined}
        onClick={onClick}
      >
        <canvas ref={canvas} aria-hidden="true" style={{ aspectRatio: `${view.width} / ${view.height}` }} />
        {index + 1}
      </button>
    </li>
  );
}

function Outline({ file, onPage }: { file: PaperFile; onPage: (page: number) => void }) {
  const { t } = useTranslation("reader");
  const [entries, setEntries] = useState<readonly OutlineEntry[] | null>(null);
  useEffect(() => {
    let stopped = false;
    file.outline().then(
      (read) => !stopped && setEntries(read),
      () => !stopped && setEntries([]),
    );
    return () => void (stopped = true);
  }, [file]);
  if (entries?.length === 0) return <p className="rd-empty">{t("panel.noOutline")}</p>;
  return <OutlineList entries={entries ?? []} onPage={onPage} />;
}

function OutlineList({ entries, onPage }: { entries: readonly OutlineEntry[]; onPage: (page: number) => void }) {
  return (
    <ol className="rd-outline">
      {entries.map((entry, i) => (
        <li key={i}>
          <button
            type="button"
            disabled={entry.page === null}
            onClick={() => entry.page !== null && onPage(entry.page)}
          >
            {entry.title}
          </button>
          {entry.children.length > 0 && <OutlineList entries={entry.children} onPage={onPage} />}
        </li>
      ))}
    </ol>
  );
}
