// The scroll of pages: only those in sight exist. Over each lie its marks, finds, the note being written, and pointers.
import { type PointerEvent, type RefObject, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PageLink, PageView, PaperFile, Turn } from "../engine/paper-file.ts";
import { MarkLayer, markAt } from "../marks/MarkLayer.tsx";
import type { Marking } from "../marks/use-marking.ts";
import type { LayeredMark } from "../marks/use-paper-marks.ts";
import type { People } from "../people.ts";
import { Pointers } from "../presence/Pointers.tsx";
import type { PointerPlace, Presence } from "../presence/use-presence.ts";
import type { Finding } from "../search/use-finding.ts";
import { FindLayer } from "../search/FindLayer.tsx";
import { pagesInSight } from "./layout.ts";
import { PageSheet } from "./PageSheet.tsx";
import { PendingLayer } from "./PendingLayer.tsx";
import type { Desk } from "./use-desk.ts";

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
  onLink: (target: PageLink["target"]) => void;
  onHand: () => void;
  onSelect: () => void;
}

export function PageDesk(props: Props) {
  const { t } = useTranslation("reader");
  const { scroller, file, views, turn, desk, people, marks, marking, presence, finds, onLink, onHand, onSelect } =
    props;
  const { first, last } = pagesInSight(desk.layout, desk.window.top, desk.window.height);
  const pointer = usePointing(presence.point);
  const pick = (key: string): void => {
    marking.pick(key);
    onSelect();
  };
  const released = (event: PointerEvent): void => {
    pointer.released();
    if (!(document.getSelection()?.isCollapsed ?? true)) return marking.released();
    const place = placeOf(event);
    const view = place && views[place.pageIndex];
    if (!place || !view) return;
    const here = marks.filter((mark) => mark.pageIndex === place.pageIndex);
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
      <div className="rd-pages" style={{ height: desk.layout.height, minWidth: desk.layout.width }}>
        {views.slice(first, last + 1).map((view, n) => {
          const index = first + n;
          return (
            <PageSheet
              key={`${index} ${turn}`}
              {...{ file, index, view, turn, onLink }}
              scale={desk.scale}
              top={desk.layout.tops[index] ?? 0}
              over={
                <>
                  <FindLayer {...{ file, view, index, finds }} />
                  <MarkLayer
                    marks={marks.filter((mark) => mark.pageIndex === index)}
                    {...{ view, people }}
                    selected={marking.selected}
                    onSelect={pick}
                    label={(name) => t("marks.of", { name })}
                  />
                  {marking.pending?.pageIndex === index && <PendingLayer quads={marking.pending.quads} view={view} />}
                  <Pointers readers={presence.readers} people={people} page={index} />
                </>
              }
            />
          );
        })}
      </div>
    </div>
  );
}

/** A held pointer is seen by others after this long, so that a click is no gesture. */
const HOLD_MS = 350;
/** And moves this often at most. */
const MOVE_MS = 60;

function usePointing(point: (place: PointerPlace | null) => void) {
  const held = useRef<{ timer: number; shown: boolean; sent: number; last: PointerPlace | null } | null>(null);
  const released = (): void => {
    if (!held.current) return;
    window.clearTimeout(held.current.timer);
    if (held.current.shown) point(null);
    held.current = null;
  };
  const pressed = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const hold = { timer: 0, shown: false, sent: 0, last: placeOf(event) };
    hold.timer = window.setTimeout(() => {
      hold.shown = hold.last !== null;
      point(hold.last);
    }, HOLD_MS);
    held.current = hold;
  };
  const moved = (event: PointerEvent): void => {
    const hold = held.current;
    if (!hold) return;
    hold.last = placeOf(event);
    if (!hold.shown || event.timeStamp - hold.sent < MOVE_MS) return;
    hold.sent = event.timeStamp;
    point(hold.last);
  };
  return { pressed, moved, released };
}

/** Where on which page an event happened; null beside the pages. */
function placeOf(event: PointerEvent): PointerPlace | null {
  const page = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-page]") : null;
  if (!page) return null;
  const box = page.getBoundingClientRect();
  const part = (n: number): number => Math.min(1, Math.max(0, n));
  return {
    pageIndex: Number(page.dataset["page"]),
    x: part((event.clientX - box.left) / box.width),
    y: part((event.clientY - box.top) / box.height),
  };
}
