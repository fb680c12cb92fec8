// The scroll of pages: only those in sight exist, with what lies on them.
import { type PointerEvent, type RefObject, useCallback, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PageView, Turn } from "../engine/page-view.ts";
import type { PaperFile } from "../engine/paper-file.ts";
import type { PageLink } from "../engine/paper-ways.ts";
import { markAt } from "../marks/quads.ts";
import type { Marking } from "../marks/use-marking.ts";
import type { LayeredMark } from "../marks/use-paper-marks.ts";
import type { People } from "../people.ts";
import type { Presence } from "../presence/use-presence.ts";
import type { Finding } from "../search/use-finding.ts";
import { PageOver } from "./PageOver.tsx";
import { PageSheet } from "./PageSheet.tsx";
import type { Desk } from "./use-desk.ts";
import { placeOf, usePointing } from "./use-pointing.ts";

interface Props {
  scroller: RefObject<HTMLDivElement | null>;
  file: PaperFile;
  views: readonly PageView[];
  turn: Turn;
  desk: Desk;
  people: People;
  marks: readonly LayeredMark[];
  marking: Marking;
  presence: Presence;
  finds: Finding["shown"];
  onSight: (first: number, last: number) => void;
  onLink: (target: PageLink["target"]) => void;
  onHand: () => void;
  onSelect: () => void;
}

const noMarks: readonly LayeredMark[] = [];

export function PageDesk(props: Props) {
  const { t } = useTranslation("reader");
  const {
    scroller,
    file,
    views,
    turn,
    desk,
    people,
    marks,
    marking,
    presence,
    finds,
    onSight,
    onLink,
    onHand,
    onSelect,
  } = props;
  const { first, last } = desk.sight;
  const byPage = useMemo(() => Map.groupBy(marks, (mark) => mark.pageIndex), [marks]);
  const pointer = usePointing(presence.point);
  const { pick: choose } = marking;
  const pick = useCallback(
    (key: string): void => {
      choose(key);
      onSelect();
    },
    [choose, onSelect],
  );
  useEffect(() => onSight(first, last), [onSight, first, last]);
  const released = (event: PointerEvent): void => {
    pointer.released();
    if (!(document.getSelection()?.isCollapsed ?? true)) return marking.released();
    const place = placeOf(event);
    const view = place && views[place.pageIndex];
    if (!place || !view) return;
    const here = byPage.get(place.pageIndex) ?? noMarks;
    const mark = markAt(here, view, place.x * view.width, place.y * view.height);
    if (mark) pick(mark.key);
  };
  return (
    <div
      ref={scroller}
      className="rd-scroll"
      tabIndex={0}
      role="region"
      aria-label={t("panel.pages")}
      onScroll={desk.onScroll}
      onWheel={(event) => !event.ctrlKey && onHand()}
      onTouchMove={onHand}
      onPointerDown={(event) => {
        // The bar of the scroll belongs to the element itself.
        if (event.target === event.currentTarget) onHand();
        pointer.pressed(event);
      }}
      onPointerMove={pointer.moved}
      onPointerUp={released}
      onPointerCancel={pointer.released}
    >
      <div className="rd-pages" style={{ height: desk.layout.height, width: desk.layout.width }}>
        {views.slice(first, last + 1).map((view, n) => {
          const index = first + n;
          return (
            <PageSheet
              key={`${index} ${turn}`}
              {...{ file, index, view, turn, onLink }}
              beside={index < desk.page || index > desk.page + 1}
              scale={desk.scale}
              top={desk.layout.tops[index] ?? 0}
              left={desk.layout.lefts[index] ?? 0}
              over={
                <PageOver
                  {...{ file, index, view, people, marking, finds }}
                  marks={byPage.get(index) ?? noMarks}
                  readers={presence.readers}
                  onSelect={pick}
                />
              }
            />
          );
        })}
      </div>
    </div>
  );
}
