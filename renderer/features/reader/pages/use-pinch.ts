// Zooming by ctrl + wheel (a touchpad's pinch comes as that, too) and by two fingers, around the point they are at.
import { type RefObject, useEffect, useRef } from "react";

/** Wheel distance that zooms by e: one notch of a mouse (100) is about a third. */
const WHEEL_RANGE = 300;

type ZoomBy = (factor: number, at: { x: number; y: number }) => void;

/** Not passive: the browser would zoom the whole window. */
export function usePinch(ref: RefObject<HTMLElement | null>, zoomBy: ZoomBy): void {
  const zoom = useRef(zoomBy);
  useEffect(() => void (zoom.current = zoomBy), [zoomBy]);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let span = 0;
    const inside = (x: number, y: number): { x: number; y: number } => {
      const box = element.getBoundingClientRect();
      return { x: x - box.left, y: y - box.top };
    };
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom.current(Math.exp(-event.deltaY / WHEEL_RANGE), inside(event.clientX, event.clientY));
    };
    const touchStart = (event: TouchEvent): void => void (span = fingers(event.touches)?.span ?? 0);
    const touchMove = (event: TouchEvent): void => {
      const now = fingers(event.touches);
      if (!now || span === 0) return;
      event.preventDefault();
      zoom.current(now.span / span, inside(now.x, now.y));
      span = now.span;
    };
    element.addEventListener("wheel", wheel, { passive: false });
    element.addEventListener("touchstart", touchStart, { passive: true });
    element.addEventListener("touchmove", touchMove, { passive: false });
    return () => {
      element.removeEventListener("wheel", wheel);
      element.removeEventListener("touchstart", touchStart);
      element.removeEventListener("touchmove", touchMove);
    };
  }, [ref]);
}

/** The distance of two fingers and the point between them; null for any other number. */
function fingers(touches: TouchList): { span: number; x: number; y: number } | null {
  const [a, b] = [touches[0], touches[1]];
  if (!a || !b || touches.length !== 2) return null;
  return {
    span: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
    x: (a.clientX + b.clientX) / 2,
    y: (a.clientY + b.clientY) / 2,
  };
}
