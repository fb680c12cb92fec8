// The drawing of one page. It follows zooming by stretching and is drawn anew when zooming rests; a new drawing replaces
// the old one only when it is finished.
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { PaperFile } from "../engine/paper-file.ts";
import type { Turn } from "../engine/page-view.ts";

/** A page beside those in sight lets them go first. */
const BESIDE_MS = 60;
/** Zooming rests after this long without a change. */
const REST_MS = 120;

export interface Drawing {
  holder: RefObject<HTMLDivElement | null>;
  state: "drawing" | "drawn" | "failed";
  /** Draws once more after a failure. */
  again: () => void;
}

export function useDrawing(file: PaperFile, index: number, scale: number, turn: Turn, beside: boolean): Drawing {
  const holder = useRef<HTMLDivElement>(null);
  const drawnOnce = useRef(false);
  // Where the page lay when it came: that it has come into sight meanwhile must not begin its drawing again.
  const [pause] = useState(beside ? BESIDE_MS : 0);
  const [state, setState] = useState<Drawing["state"]>("drawing");
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const canvas = document.createElement("canvas");
    const draw = async (): Promise<void> => {
      await file.draw(canvas, index, { scale, density: window.devicePixelRatio || 1, turn }, stop.signal);
      if (stop.signal.aborted) return free(canvas);
      const before = holder.current?.firstChild;
      holder.current?.replaceChildren(canvas);
      if (before instanceof HTMLCanvasElement) free(before);
      drawnOnce.current = true;
      setState("drawn");
    };
    const fail = (): void => {
      free(canvas);
      if (!stop.signal.aborted) setState("failed");
    };
    const timer = window.setTimeout(() => void draw().catch(fail), drawnOnce.current ? REST_MS : pause);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [file, index, scale, turn, attempt, pause]);
  useEffect(() => {
    const box = holder.current;
    return () => {
      const last = box?.firstChild;
      if (last instanceof HTMLCanvasElement) free(last);
    };
  }, []);
  const again = useCallback(() => {
    setState("drawing");
    setAttempt((n) => n + 1);
  }, []);
  return { holder, state, again };
}

/** A canvas gives its memory back when it has no pixels; waiting for the collector is too late on tablets. */
function free(canvas: HTMLCanvasElement): void {
  canvas.width = canvas.height = 0;
}
