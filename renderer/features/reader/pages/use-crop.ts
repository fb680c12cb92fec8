// How far the empty margins of a paper reach, so that a phone shows the words larger. Measured on small drawings, since
// tables, stamps and scans have no text that could be asked. A page with wider ink widens the crop; nothing is cut off.
import { useEffect, useRef, useState } from "react";
import type { PageView, Turn } from "../engine/page-view.ts";
import type { PaperFile } from "../engine/paper-file.ts";
import { inkSides } from "./ink-sides.ts";
import type { Crop } from "./layout.ts";

/** Width of the drawing that is measured, in pixels: a letter is about one. */
const SAMPLE_WIDTH = 200;
/** Points left beside the ink. */
const BREATH = 4;
/** Margins narrower than this part of the width are not worth cropping. */
const WORTH = 0.06;

/** Null while nothing is known, when margins are narrow, or when not `wanted`. */
export function useCrop(
  file: PaperFile,
  views: readonly PageView[],
  turn: Turn,
  pages: { first: number; last: number },
  wanted: boolean,
): Crop | null {
  const [crop, setCrop] = useState<{ turn: Turn; sides: Crop } | null>(null);
  const measured = useRef(new Set<string>());
  const { first, last } = pages;
  useEffect(() => {
    if (!wanted) return;
    const stop = new AbortController();
    const pending = new Set<string>();
    const known = measured.current;
    for (let index = first; index <= last; index++) {
      const view = views[index];
      const key = `${turn} ${index}`;
      if (!view || known.has(key)) continue;
      known.add(key);
      pending.add(key);
      measure(file, index, view, turn, stop.signal).then(
        (sides) => {
          pending.delete(key);
          if (sides) setCrop((old) => ({ turn, sides: old?.turn === turn ? wider(old.sides, sides) : sides }));
        },
        // Without a measure the page keeps its margins; its own drawing says what is wrong with it.
        () => pending.delete(key) && known.delete(key),
      );
    }
    // At once, not when the drawing has noticed: the next run begins before that and would leave these pages out.
    return () => {
      stop.abort();
      for (const key of pending) known.delete(key);
      pending.clear();
    };
  }, [file, views, turn, first, last, wanted]);
  if (!wanted || crop?.turn !== turn) return null;
  const width = views[0]?.width ?? 0;
  return width - (crop.sides.right - crop.sides.left) > width * WORTH ? crop.sides : null;
}

async function measure(
  file: PaperFile,
  index: number,
  view: PageView,
  turn: Turn,
  signal: AbortSignal,
): Promise<Crop | null> {
  const canvas = document.createElement("canvas");
  const scale = SAMPLE_WIDTH / view.width;
  await file.draw(canvas, index, { scale, density: 1, turn }, signal);
  if (signal.aborted) throw new Error("no longer wanted");
  const pen = canvas.getContext("2d");
  const sides = pen && inkSides(pen.getImageData(0, 0, canvas.width, canvas.height));
  canvas.width = canvas.height = 0;
  if (!sides) return null;
  return {
    left: Math.max(0, sides.left / scale - BREATH),
    right: Math.min(view.width, sides.right / scale + BREATH),
  };
}

function wider(a: Crop, b: Crop): Crop {
  if (a.left <= b.left && a.right >= b.right) return a;
  return { left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) };
}
