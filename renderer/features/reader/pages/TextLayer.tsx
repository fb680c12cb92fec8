// The selectable text of a page, one transparent span a run, laid over the drawn letters by their glyph boxes. Offsets in
// a span are offsets in the page's text model, so a selection needs no guessing.
import { memo } from "react";
import { boxAt, type PageText, type TextRun } from "../../../../shared/paper/page-text.ts";
import { apply } from "../../../../shared/paper/matrix.ts";
import type { PageView } from "../engine/page-view.ts";

/** The model's highlight height in ems (0.9 above the baseline, 0.22 below). */
const BOX_HEIGHT = 1.12;
/** A page of more pieces than this is a drawing made of letters; selecting in it helps nobody and costs seconds. */
const MAX_RUNS = 4000;
let pen: CanvasRenderingContext2D | null = null;

function widthOf(text: string, size: number): number {
  pen ??= document.createElement("canvas").getContext("2d");
  if (!pen) return 0;
  pen.font = `${size}px serif`;
  return pen.measureText(text).width;
}

function place(text: PageText, run: TextRun, view: PageView): React.CSSProperties {
  const [first, last] = [boxAt(text, run.start), boxAt(text, run.end - 1)];
  const [x, y] = apply(view.matrix, first[0], first[1]);
  const [endX, endY] = apply(view.matrix, last[2], last[3]);
  const [lowX, lowY] = apply(view.matrix, first[4], first[5]);
  const height = Math.hypot(lowX - x, lowY - y);
  const size = height / BOX_HEIGHT;
  const stretch = Math.hypot(endX - x, endY - y) / (widthOf(text.text.slice(run.start, run.end), size) || 1);
  const angle = Math.atan2(endY - y, endX - x);
  return {
    left: x,
    top: y,
    fontSize: size,
    lineHeight: `${height}px`,
    transform: `rotate(${angle}rad) scaleX(${stretch})`,
  };
}

/** Text at scale 1; the page scales it. */
export const TextLayer = memo(function TextLayer({ text, view }: { text: PageText; view: PageView }) {
  if (text.runs.length > MAX_RUNS) return null;
  return (
    <div className="rd-text" lang="vi">
      {text.runs.map((run) => (
        <span key={run.start} data-start={run.start} style={place(text, run, view)}>
          {text.text.slice(run.start, run.end)}
        </span>
      ))}
    </div>
  );
});
