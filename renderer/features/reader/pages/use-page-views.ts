// The sizes of all pages: the first page's stands in for those not read yet, so a long paper opens at once.
import { useEffect, useState } from "react";
import type { PageView, PaperFile, Turn } from "../engine/paper-file.ts";

/** Sizes are put in place in groups, so that a paper of 300 pages is laid out again a few times, not 300. */
const GROUP = 25;

/** Views of all pages, or null until the first is known. */
export function usePageViews(file: PaperFile | null, turn: Turn): readonly PageView[] | null {
  const [known, setKnown] = useState<{ file: PaperFile; turn: Turn; views: readonly PageView[] } | null>(null);
  useEffect(() => {
    if (!file) return;
    let stopped = false;
    const read = async (): Promise<void> => {
      const first = await file.view(0, turn);
      const views = Array.from({ length: file.pageCount }, () => first);
      for (let i = 0; i < views.length && !stopped; i++) {
        views[i] = await file.view(i, turn);
        const done = i === views.length - 1;
        if (i === 0 || done || i % GROUP === 0) setKnown({ file, turn, views: [...views] });
      }
    };
    // A page that cannot be read keeps the first page's size; its own drawing says what is wrong with it.
    read().catch(() => undefined);
    return () => void (stopped = true);
  }, [file, turn]);
  return known && known.file === file && known.turn === turn ? known.views : null;
}
