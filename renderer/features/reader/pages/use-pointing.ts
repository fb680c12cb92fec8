// A pointer that is held still on a page is shown to the others until it is let go.
import { type PointerEvent, useRef } from "react";
import type { PointerPlace } from "../presence/states.ts";

/** A held pointer is seen by others after this long, so that a click is no gesture. */
const HOLD_MS = 350;
/** And moves this often at most. */
const MOVE_MS = 60;
/** A finger or mouse that went further than this before is scrolling or selecting. */
const STILL_PX = 8;

interface Hold {
  timer: number;
  shown: boolean;
  sent: number;
  last: PointerPlace | null;
  x: number;
  y: number;
}

export interface Pointing {
  pressed: (event: PointerEvent) => void;
  moved: (event: PointerEvent) => void;
  released: () => void;
}

/** `point` shows a place to the others; null takes it away. */
export function usePointing(point: (place: PointerPlace | null) => void): Pointing {
  const held = useRef<Hold | null>(null);
  const released = (): void => {
    if (!held.current) return;
    window.clearTimeout(held.current.timer);
    if (held.current.shown) point(null);
    held.current = null;
  };
  const pressed = (event: PointerEvent): void => {
    released();
    if (event.button !== 0 || !event.isPrimary) return;
    const hold: Hold = { timer: 0, shown: false, sent: 0, last: placeOf(event), x: event.clientX, y: event.clientY };
    hold.timer = window.setTimeout(() => {
      hold.shown = hold.last !== null;
      if (hold.shown) point(hold.last);
    }, HOLD_MS);
    held.current = hold;
  };
  const moved = (event: PointerEvent): void => {
    const hold = held.current;
    if (!hold) return;
    if (!hold.shown && Math.hypot(event.clientX - hold.x, event.clientY - hold.y) > STILL_PX) return released();
    hold.last = placeOf(event);
    if (!hold.shown || event.timeStamp - hold.sent < MOVE_MS) return;
    hold.sent = event.timeStamp;
    point(hold.last);
  };
  return { pressed, moved, released };
}

/** Where on which page an event happened; null beside the pages. */
export function placeOf(event: PointerEvent): PointerPlace | null {
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
