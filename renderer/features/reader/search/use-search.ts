// Search in the paper without marks: page after page from the one in hand, so that the first finds come at once.
import { useEffect, useMemo, useState } from "react";
import { findFolded, type FoldedText, foldWithMap, type Stretch } from "../../../../shared/vietnamese/fold.ts";
import type { PaperFile } from "../engine/paper-file.ts";

/** One find. */
export interface Find extends Stretch {
  pageIndex: number;
}

export interface Search {
  finds: readonly Find[];
  /** Pages already looked through. */
  seen: number;
}

/** Typing pauses this long before a search begins. */
const TYPING_MS = 200;
/** Finds are shown in groups of this many pages. */
const GROUP = 10;
/** More finds than this help nobody and slow the page down. */
const MAX_FINDS = 5000;

const folded = new WeakMap<PaperFile, Map<number, FoldedText>>();

async function findOnPage(file: PaperFile, pageIndex: number, query: string): Promise<Find[]> {
  const words = await file.words(pageIndex);
  const pages = folded.get(file) ?? new Map<number, FoldedText>();
  const text = pages.get(pageIndex) ?? foldWithMap(words);
  folded.set(file, pages.set(pageIndex, text));
  return findFolded(text, words, query).map((stretch) => ({ ...stretch, pageIndex }));
}

/** Finds in reading order; grows while the search goes on. */
export function useSearch(file: PaperFile, query: string, from: number): Search {
  const [found, setFound] = useState<{ query: string; finds: readonly Find[]; seen: number }>({
    query: "",
    finds: [],
    seen: 0,
  });
  // Searching starts from the page where the query was typed; turning pages later does not start it again.
  const start = useMemo(() => ({ query, from }), [query]); // eslint-disable-line react-hooks/exhaustive-deps -- see above
  useEffect(() => {
    if (start.query.trim() === "") return;
    const stop = new AbortController();
    const stopped = (): boolean => stop.signal.aborted;
    const run = async (): Promise<void> => {
      const finds: Find[] = [];
      for (let n = 0; n < file.pageCount && !stopped() && finds.length < MAX_FINDS; n++) {
        const page = (start.from + n) % file.pageCount;
        // A page without readable text has nothing to find.
        finds.push(...(await findOnPage(file, page, start.query).catch(() => [])));
        const done = n === file.pageCount - 1;
        if (stopped() || !(done || n % GROUP === 0)) continue;
        setFound({ query: start.query, finds: [...finds].sort(inOrder), seen: n + 1 });
      }
    };
    const timer = window.setTimeout(() => void run(), TYPING_MS);
    return () => {
      stop.abort();
      window.clearTimeout(timer);
    };
  }, [file, start]);
  return query.trim() !== "" && found.query === query ? found : { finds: [], seen: 0 };
}

const inOrder = (a: Find, b: Find): number => a.pageIndex - b.pageIndex || a.start - b.start;
