// Finds on one page in sight; the one in hand is stronger.
import { quadsOf } from "../../../../shared/paper/quote.ts";
import type { PageView } from "../engine/page-view.ts";
import type { PaperFile } from "../engine/paper-file.ts";
import { quadsIn } from "../marks/quads.ts";
import { usePageText } from "../pages/PageSheet.tsx";
import type { Finding } from "./use-finding.ts";

interface Props {
  file: PaperFile;
  view: PageView;
  index: number;
  finds: Finding["shown"];
}

export function FindLayer({ file, view, index, finds }: Props) {
  const here = finds.finds.filter((find) => find.pageIndex === index);
  const text = usePageText(file, index, here.length > 0);
  if (!text || here.length === 0) return null;
  return (
    <svg className="rd-marks" viewBox={`0 0 ${view.width} ${view.height}`} aria-hidden="true">
      {here.map((find) => (
        <g key={find.start} className={find === finds.current ? "rd-find now" : "rd-find"}>
          {quadsIn(quadsOf(text, find.start, find.end).flat(), view).map(([a, b, c, d], i) => (
            <polygon key={i} points={`${a.join()} ${b.join()} ${d.join()} ${c.join()}`} />
          ))}
        </g>
      ))}
    </svg>
  );
}
