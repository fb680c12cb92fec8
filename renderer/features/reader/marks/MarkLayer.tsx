// Marks drawn on one page: ink with a solid line in the author's colour, pencil yellow with a dashed line. Under the
// pointer nothing changes: the page keeps its selection, and a click is answered by `markAt`.
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Coin } from "../../../ui/Coin.tsx";
import type { PageView } from "../engine/page-view.ts";
import { useCoinColours } from "../../../ui/coin-colour.ts";
import { colourClass, type People } from "../people.ts";
import { highlightTints } from "./colours.ts";
import { quadsIn } from "./quads.ts";
import type { LayeredMark } from "./use-paper-marks.ts";

interface Props {
  marks: readonly LayeredMark[];
  view: PageView;
  people: People;
  /** The selected mark, when it lies on this page. */
  selected: string | null;
  onSelect: (key: string) => void;
}

/** One page's marks; drawn anew only when something of this page changes. */
export const MarkLayer = memo(function MarkLayer({ marks, view, people, selected, onSelect }: Props) {
  const { t } = useTranslation("reader");
  const colourOf = useCoinColours();
  return (
    <>
      <svg className="rd-marks" viewBox={`0 0 ${view.width} ${view.height}`} aria-hidden="true">
        {marks.map((mark) => (
          <g key={mark.key} className={classOf(mark, selected, colourOf(mark.author))} style={tintOf(mark)}>
            {quadsIn(mark.quads, view).map(([a, b, c, d], i) => (
              <g key={i}>
                <polygon points={`${a.join()} ${b.join()} ${d.join()} ${c.join()}`} />
                <line x1={c[0]} y1={c[1]} x2={d[0]} y2={d[1]} />
              </g>
            ))}
          </g>
        ))}
      </svg>
      {flagsOf(marks, view).map(({ mark, top }) => {
        const author = people.get(mark.author);
        return (
          <button
            key={mark.key}
            type="button"
            className="rd-flag"
            style={{ top: `${top}%` }}
            aria-label={t("marks.of", { name: author?.name ?? t("marks.someone") })}
            onClick={() => onSelect(mark.key)}
          >
            <Coin personId={mark.author} fullName={author?.name ?? ""} size="s" />
          </button>
        );
      })}
    </>
  );
});

function classOf(mark: LayeredMark, selected: string | null, colour: number): string {
  const owner = mark.layer === "private" ? "pencil" : `ink ${colourClass(colour)}`;
  return `${owner}${mark.key === selected ? " sel" : ""}${mark.resolved ? " done" : ""}`;
}

/** A tint that was chosen; otherwise the layer and the author decide. */
function tintOf(mark: LayeredMark): React.CSSProperties | undefined {
  const tint = highlightTints.find(({ value }) => value === mark.colour);
  return tint && ({ "--tint": tint.value } as React.CSSProperties);
}

/** The smallest distance between coins in the margin, in parts of a page's height. */
const FLAG_GAP = 3;
/** More coins than this on one page would cover it. */
const MAX_FLAGS = 32;

/** One coin for each shared comment, pushed apart so that none covers another. */
function flagsOf(marks: readonly LayeredMark[], view: PageView): { mark: LayeredMark; top: number }[] {
  const wanted = marks
    .filter((mark) => mark.layer === "shared" && !mark.resolved && (mark.text !== "" || mark.replies.length > 0))
    .slice(0, MAX_FLAGS)
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
