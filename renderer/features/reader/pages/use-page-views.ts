// The sizes of pages: the first page's stands in for those that have not been near sight, so that a long paper opens at
// once and nothing of it is fetched that nobody looks at.
import { useCallback, useEffect, useState } from "react";
import type { PageView, Turn } from "../engine/page-view.ts";
import type { PaperFile } from "../engine/paper-file.ts";

/** Sizes are known this many pages ahead of those in sight. */
const AHEAD = 2;

export interface PageViews {
  /** Null until the first page's is known. */
  views: readonly PageView[] | null;
  /** Reads the sizes around these pages. */
  need: (first: number, last: number) => void;
}

interface Known {
  file: PaperFile;
  turn: Turn;
  views: readonly PageView[];
  read: Set<number>;
}

/** Views of all pages of a file that may be turned. */
export function usePageViews(file: PaperFile | null, turn: Turn): PageViews {
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    if (!file) return;
    let stopped = false;
    // When not even the first page can be read, a sheet of A4 stands in and its drawing says what is wrong.
    const blank: PageView = { width: 595, height: 842, matrix: [1, 0, 0, -1, 0, 842] };
    const start = (first: PageView): void => {
      if (stopped) return;
      setKnown({ file, turn, views: Array.from({ length: file.pageCount }, () => first), read: new Set([0]) });
    };
    file.view(0, turn).then(start, () => start(blank));
    return () => void (stopped = true);
  }, [file, turn]);
  const current = known && known.file === file && known.turn === turn ? known : null;
  const read = current?.read;
  const need = useCallback(
    (first: number, last: number) => {
      if (!file || !read) return;
      void readSizes(file, turn, read, first - AHEAD, last + AHEAD).then((found) => {
        if (found.size === 0) return;
        setKnown((old) => (old?.read === read ? { ...old, views: old.views.map((v, i) => found.get(i) ?? v) } : old));
      });
    },
    [file, turn, read],
  );
  return { views: current?.views ?? null, need };
}

async function readSizes(
  file: PaperFile,
  turn: Turn,
  read: Set<number>,
  from: number,
  to: number,
): Promise<Map<number, PageView>> {
  const wanted: number[] = [];
  for (let i = Math.max(0, from); i <= Math.min(file.pageCount - 1, to); i++) if (!read.has(i)) wanted.push(i);
  for (const i of wanted) read.add(i);
  const found = new Map<number, PageView>();
  const first = await file.view(0, turn).catch(() => null);
  await Promise.all(
    wanted.map(async (i) => {
      // A page that cannot be read keeps the first page's size; its own drawing says what is wrong with it.
      const view = await file.view(i, turn).catch(() => null);
      if (view && !sameView(view, first)) found.set(i, view);
    }),
  );
  return found;
}

function sameView(a: PageView, b: PageView | null): boolean {
  return b !== null && a.width === b.width && a.height === b.height && a.matrix.every((n, i) => n === b.matrix[i]);
}
