// The words a note is being written for.
import type { PageView } from "../engine/page-view.ts";
import { quadsIn } from "../marks/quads.ts";

export function PendingLayer({ quads, view }: { quads: readonly number[]; view: PageView }) {
  return (
    <svg className="rd-marks" viewBox={`0 0 ${view.width} ${view.height}`} aria-hidden="true">
      {quadsIn(quads, view).map(([a, b, c, d], i) => (
        <polygon key={i} className="rd-pending" points={`${a.join()} ${b.join()} ${d.join()} ${c.join()}`} />
      ))}
    </svg>
  );
}
