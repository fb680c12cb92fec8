// One page in the panel, small.
import { memo, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PageView, Turn } from "../engine/page-view.ts";
import type { PaperFile } from "../engine/paper-file.ts";

/** Width of a thumbnail in CSS pixels. */
const THUMB_WIDTH = 112;

interface Props {
  file: PaperFile;
  view: PageView;
  index: number;
  turn: Turn;
  current: boolean;
  onPage: (page: number) => void;
}

/** Drawn only while in sight; its pixels are given back when it leaves. */
export const Thumbnail = memo(function Thumbnail({ file, view, index, turn, current, onPage }: Props) {
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
    file.drawLater(sheet, index, look, stop.signal).catch(() => undefined);
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
        onClick={() => onPage(index)}
      >
        <canvas
          ref={canvas}
          width={0}
          height={0}
          aria-hidden="true"
          style={{ aspectRatio: `${view.width} / ${view.height}` }}
        />
        {index + 1}
      </button>
    </li>
  );
});
