// Marks drawn on one page: ink with a solid line in the author's colour, pencil yellow with a dashed line. Under the
// pointer nothing changes: the page keeps its selection, and a click is answered by `markAt`.
import { apply, invert } from "../../../../shared/paper/matrix.ts";
import type { PageView } from "../engine/paper-file.ts";
import { Coin } from "../Coin.tsx";
import type { People } from "../people.ts";
import type { LayeredMark } from "./use-paper-marks.ts";

/** Numbers in a quad: TL TR BL BR. */
const QUAD = 8;

interface Props {
  marks: readonly LayeredMark[];
  view: PageView;
  people: People;
  selected: string | null;
  onSelect: (key: string) => void;
  label: (name: string) => string;
}

export function MarkLayer({ marks, view, people, selected, onSelect, label }: Props) {
  return (
    <>
      <svg className="rd-marks" viewBox={`0 0 ${view.width} ${view.height}`} aria-hidden="true">
        {marks.map((mark) => (
          <g key={mark.key} className={classOf(mark, people, selected)}>
            {quadsIn(mark.quads, view).map(([a, b, c, d], i) => (
              <g key={i}>
                <polygon points={`${a.join()} ${b.join()} ${d.join()} ${c.join()}`} />
                <line x1={c[0]} y1={c[1]} x2={d[0]} y2={d[1]} />
              </g>
            ))}
          </g>
        ))}
      </svg>
      {flagsOf(marks, view).map(({ mark, top }) => (
        <button
          key={mark.key}
          type="button"
          className="rd-flag"
          style={{ top: `${top}%` }}
          aria-label={label(people.get(mark.author)?.name ?? "")}
          onClick={() => onSelect(mark.key)}
        >
          <Coin person={people.get(mark.author)} small />
        </button>
      ))}
    </>
  );
}

function classOf(mark: LayeredMark, people: People, selected: string | null): string {
  const owner = mark.layer === "private" ? "pencil" : `ink p${people.get(mark.author)?.colour ?? 10}`;
  return `${owner}${mark.key === selected ? " sel" : ""}${mark.resolved ? " done" : ""}`;
}

type Point = readonly [number, number];

/** Corners on the page at scale 1. */
export function quadsIn(quads: readonly number[], view: PageView): (readonly [Point, Point, Point, Point])[] {
  const found: (readonly [Point, Point, Point, Point])[] = [];
  for (let i = 0; i + QUAD <= quads.length; i += QUAD) {
    const at = (n: number): Point => apply(view.matrix, quads[i + n] ?? 0, quads[i + n + 1] ?? 0);
    found.push([at(0), at(2), at(4), at(6)]);
  }
  return found;
}

/** The smallest distance between coins in the margin, in parts of a page's height. */
const FLAG_GAP = 3;

/** One coin for each shared comment, pushed apart so that none covers another. */
function flagsOf(marks: readonly LayeredMark[], view: PageView): { mark: LayeredMark; top: number }[] {
  const wanted = marks
    .filter((mark) => mark.layer === "shared" && !mark.resolved && (mark.text !== "" || mark.replies.length > 0))
    .map((mark) => ({ mark, top: topOf(mark, view) }))
    .sort((a, b) => a.top - b.top);
  let free = 0;
  for (const flag of wanted) {
    flag.top = Math.max(flag.top, free);
    free = flag.top + FLAG_GAP;
  }
  return wanted;
}

function topOf(mark: LayeredMark, view: PageView): number {
  const first = quadsIn(mark.quads, view)[0];
  return first ? ((first[0][1] + first[2][1]) / 2 / view.height) * 100 : 0;
}

/** The mark under a point of the page (at scale 1); of several, the one with the smallest area. */
export function markAt(marks: readonly LayeredMark[], view: PageView, x: number, y: number): LayeredMark | null {
  const [userX, userY] = apply(invert(view.matrix), x, y);
  let best: { mark: LayeredMark; area: number } | null = null;
  for (const mark of marks) {
    for (let i = 0; i + QUAD <= mark.quads.length; i += QUAD) {
      const quad = mark.quads.slice(i, i + QUAD);
      const xs = quad.filter((_, n) => n % 2 === 0);
      const ys = quad.filter((_, n) => n % 2 === 1);
      const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      const area = (right - left) * (high - low);
      const inside = userX >= left && userX <= right && userY >= low && userY <= high;
      if (inside && (!best || area < best.area)) best = { mark, area };
    }
  }
  return best?.mark ?? null;
}
