// The desk a paper lies on: its size, how it is scrolled and zoomed, and the page in hand.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { PageView } from "../engine/paper-file.ts";
import {
  clampScale,
  heightOf,
  layOut,
  pageAt,
  PAGE_GAP,
  type PageLayout,
  type Place,
  placeAt,
  scaleOf,
  type ZoomMode,
  percentOf,
} from "./layout.ts";

/** One press of + or −. */
const ZOOM_STEP = 1.2;

export interface Desk {
  scroller: RefObject<HTMLDivElement | null>;
  layout: PageLayout;
  scale: number;
  zoom: ZoomMode;
  /** What is in sight, in pixels of the scroll. */
  window: { top: number; height: number; width: number };
  /** The page in hand, from 0. */
  page: number;
  setZoom: (zoom: ZoomMode) => void;
  zoomBy: (factor: number) => void;
  zoomIn: () => void;
  zoomOut: () => void;
  goTo: (place: Place) => void;
  onScroll: () => void;
}

/** Rules: zooming keeps the place under the middle (or the pointer); the page in hand is the one a third down. */
export function useDesk(views: readonly PageView[], start: number): Desk {
  const ref = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const [zoom, setMode] = useState<ZoomMode>("width");
  const [top, setTop] = useState(0);
  const first = views[0] ?? { width: 595, height: 842 };
  const scale = scaleOf(zoom, first, room);
  const layout = useMemo(() => layOut(views, scale), [views, scale]);
  const held = useRef<Place>({ page: start, part: 0 });
  const page = Math.min(pageAt(layout, top + room.height / 3), Math.max(0, views.length - 1));

  useRoomSize(ref, setRoom);
  // Before the picture is shown, the held place returns under the same height after zooming or new page sizes.
  useLayoutEffect(() => {
    if (!ref.current || room.height === 0) return;
    ref.current.scrollTop = heightOf(layout, held.current) - PAGE_GAP;
    setTop(ref.current.scrollTop);
  }, [layout, room.height]);

  const onScroll = useCallback(() => {
    if (!ref.current) return;
    setTop(ref.current.scrollTop);
    held.current = placeAt(layout, ref.current.scrollTop + PAGE_GAP);
  }, [layout]);
  const goTo = useCallback(
    (place: Place) => {
      held.current = place;
      if (ref.current) ref.current.scrollTop = heightOf(layout, place) - PAGE_GAP;
    },
    [layout],
  );
  const zoomBy = useCallback((factor: number) => setMode(percentOf(clampScale(scale * factor))), [scale]);
  useWheelAndPinch(ref, zoomBy);
  return {
    scroller: ref,
    layout,
    scale,
    zoom,
    page,
    goTo,
    onScroll,
    zoomBy,
    window: { top, ...room },
    setZoom: setMode,
    zoomIn: () => zoomBy(ZOOM_STEP),
    zoomOut: () => zoomBy(1 / ZOOM_STEP),
  };
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

/** ctrl + wheel (also a touchpad's pinch) and two fingers. Not passive: the browser would zoom the whole window. */
function useWheelAndPinch(ref: RefObject<HTMLElement | null>, zoomBy: (factor: number) => void): void {
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let span = 0;
    const spanOf = (touches: TouchList): number => {
      const [a, b] = [touches[0], touches[1]];
      return a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
    };
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoomBy(Math.exp(-event.deltaY / 300));
    };
    const touchStart = (event: TouchEvent): void => void (span = spanOf(event.touches));
    const touchMove = (event: TouchEvent): void => {
      const now = spanOf(event.touches);
      if (now === 0 || span === 0) return;
      event.preventDefault();
      zoomBy(now / span);
      span = now;
    };
    element.addEventListener("wheel", wheel, { passive: false });
    element.addEventListener("touchstart", touchStart, { passive: true });
    element.addEventListener("touchmove", touchMove, { passive: false });
    return () => {
      element.removeEventListener("wheel", wheel);
      element.removeEventListener("touchstart", touchStart);
      element.removeEventListener("touchmove", touchMove);
    };
  }, [ref, zoomBy]);
}
