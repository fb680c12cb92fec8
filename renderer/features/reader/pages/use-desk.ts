// The desk a paper lies on: its size, how it is scrolled and zoomed, and the page in hand. Scrolling alone renders nothing
// anew until another page comes into sight.
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { PageView } from "../engine/page-view.ts";
import {
  clampScale,
  type Crop,
  heightOf,
  layOut,
  pageAt,
  PAGE_GAP,
  pagesInSight,
  type PageLayout,
  percentOf,
  type Place,
  placeAt,
  scaleOf,
  type ZoomMode,
} from "./layout.ts";
import { usePinch } from "./use-pinch.ts";

/** One press of + or −. */
const ZOOM_STEP = 1.2;
/** The page in hand is the one at this part of the desk's height. */
const IN_HAND = 1 / 3;

/** A point of the paper and where on the desk it lies (in pixels): zooming leaves it there. */
interface Anchor extends Place {
  /** Part of the page's width. */
  x: number;
  atX: number;
  atY: number;
}

/** Pages that exist, and the one in hand. */
interface Sight {
  first: number;
  last: number;
  page: number;
}

export interface Desk {
  scroller: RefObject<HTMLDivElement | null>;
  layout: PageLayout;
  scale: number;
  zoom: ZoomMode;
  room: { width: number; height: number };
  /** How much larger than fitting the width; the same on screens of any size. */
  magnified: number;
  sight: Sight;
  /** The page in hand, from 0. */
  page: number;
  /** The point in hand now, as others are led to it. */
  place: () => Place;
  setZoom: (zoom: ZoomMode) => void;
  /** Magnifies the fitting width. */
  magnify: (times: number) => void;
  zoomIn: () => void;
  zoomOut: () => void;
  /** Brings a place to the desk's upper edge, or to a part of its height. */
  goTo: (place: Place, height?: number) => void;
  /** The same for what `place` gave elsewhere. */
  goToHand: (place: Place) => void;
  onScroll: () => void;
}

/** Rules: zooming keeps the point in hand, or the one under pointer or fingers; a new crop and new page sizes do too. */
export function useDesk(views: readonly PageView[], start: number, crop: Crop | null): Desk {
  const ref = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const [zoom, setMode] = useState<ZoomMode>("width");
  const size = views[0] ?? { width: 595, height: 842 };
  const cut = zoom === "width" ? crop : null;
  const scale = scaleOf(zoom, size, room, cut);
  const layout = useMemo(() => layOut(views, scale, room.width, cut), [views, scale, room.width, cut]);
  const held = useRef<Anchor>({ page: start, part: 0, x: 0.5, atX: 0, atY: PAGE_GAP });
  const [sight, setSight] = useState<Sight>({ first: start, last: start, page: start });

  const look = useCallback(() => {
    const top = ref.current?.scrollTop ?? 0;
    const height = ref.current?.clientHeight ?? 0;
    const now = { ...pagesInSight(layout, top, height), page: pageAt(layout, top + height * IN_HAND) };
    setSight((old) => (old.first === now.first && old.last === now.last && old.page === now.page ? old : now));
  }, [layout]);
  const put = useCallback(
    (anchor: Anchor) => {
      held.current = anchor;
      if (!ref.current) return;
      ref.current.scrollTop = heightOf(layout, anchor) - anchor.atY;
      ref.current.scrollLeft = lineOf(layout, views, scale, anchor) - anchor.atX;
      look();
    },
    [layout, look, scale, views],
  );
  const anchorAt = useCallback(
    (atX: number, atY: number): Anchor => {
      const place = placeAt(layout, (ref.current?.scrollTop ?? 0) + atY);
      const width = (views[place.page]?.width ?? 1) * scale;
      const left = layout.lefts[place.page] ?? 0;
      return { ...place, x: ((ref.current?.scrollLeft ?? 0) + atX - left) / width, atX, atY };
    },
    [layout, scale, views],
  );
  useRoomSize(ref, setRoom);
  // Before the picture is shown, the held point returns under the same place after zooming or new page sizes.
  useLayoutEffect(() => {
    if (room.height > 0) put(held.current);
  }, [put, room.height]);

  const onScroll = useCallback(() => {
    if (ref.current) held.current = anchorAt(ref.current.clientWidth / 2, ref.current.clientHeight * IN_HAND);
    look();
  }, [anchorAt, look]);
  const zoomBy = useCallback(
    (factor: number, at?: { x: number; y: number }) => {
      if (at) held.current = anchorAt(at.x, at.y);
      setMode(percentOf(clampScale(scale * factor)));
    },
    [anchorAt, scale],
  );
  usePinch(ref, zoomBy);
  const fit = scaleOf("width", size, room, crop);
  return {
    scroller: ref,
    layout,
    scale,
    zoom,
    room,
    sight,
    page: Math.min(sight.page, Math.max(0, views.length - 1)),
    magnified: scale / fit,
    place: () => placeAt(layout, (ref.current?.scrollTop ?? 0) + (ref.current?.clientHeight ?? 0) * IN_HAND),
    goTo: useCallback(
      (place, height = 0) => put({ ...place, x: 0.5, atX: room.width / 2, atY: PAGE_GAP + height * room.height }),
      [put, room],
    ),
    goToHand: useCallback(
      (place) => put({ ...place, x: 0.5, atX: room.width / 2, atY: room.height * IN_HAND }),
      [put, room],
    ),
    onScroll,
    setZoom: setMode,
    magnify: (times) => setMode(Math.abs(times - 1) < 0.01 ? "width" : percentOf(clampScale(fit * times))),
    zoomIn: () => zoomBy(ZOOM_STEP),
    zoomOut: () => zoomBy(1 / ZOOM_STEP),
  };
}

/** How far from the left of the scroll an anchor lies. */
function lineOf(layout: PageLayout, views: readonly PageView[], scale: number, anchor: Anchor): number {
  return (layout.lefts[anchor.page] ?? 0) + anchor.x * (views[anchor.page]?.width ?? 0) * scale;
}

function useRoomSize(ref: RefObject<HTMLElement | null>, set: (room: { width: number; height: number }) => void): void {
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = (): void => set({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [ref, set]);
}
