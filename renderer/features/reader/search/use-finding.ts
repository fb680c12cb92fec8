// The state of a search: what is asked, which find is shown, and moving between finds.
import { useCallback, useMemo, useState } from "react";
import { boxAt } from "../../../../shared/paper/page-text.ts";
import { apply } from "../../../../shared/paper/matrix.ts";
import type { PageView } from "../engine/page-view.ts";
import type { PaperFile } from "../engine/paper-file.ts";
import type { Desk } from "../pages/use-desk.ts";
import { type Find, type Search, useSearch } from "./use-search.ts";

interface Options {
  file: PaperFile;
  views: readonly PageView[];
  desk: Desk;
  onMove: () => void;
}

export interface Finding {
  isOpen: boolean;
  query: string;
  search: Search;
  at: number;
  /** What the pages highlight. */
  shown: { finds: readonly Find[]; current: Find | null };
  open: () => void;
  close: () => void;
  onQuery: (query: string) => void;
  onStep: (step: 1 | -1) => void;
}

/** A find is brought to this part of the desk's height. */
const FIND_HEIGHT = 0.35;

/** The first step goes to the first find at or after the page in hand. */
export function useFinding({ file, views, desk, onMove }: Options): Finding {
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<Find | null>(null);
  const search = useSearch(file, isOpen ? query : "", desk.page);
  const { finds } = search;
  const index = chosen
    ? finds.findIndex((find) => find.pageIndex === chosen.pageIndex && find.start === chosen.start)
    : -1;
  const near = finds.findIndex((find) => find.pageIndex >= desk.page);
  const at = Math.max(0, index >= 0 ? index : near);
  const show = async (find: Find): Promise<void> => {
    setChosen(find);
    onMove();
    const text = await file.text(find.pageIndex);
    const view = views[find.pageIndex];
    if (!view) return;
    const [x, y] = boxAt(text, find.start);
    const down = apply(view.matrix, x, y)[1] / view.height;
    desk.goTo({ page: find.pageIndex, part: down }, FIND_HEIGHT);
  };
  const onStep = (step: 1 | -1): void => {
    const next = index < 0 ? at : (at + step + finds.length) % finds.length;
    const find = finds[next];
    if (find) void show(find);
  };
  const shown = useMemo(
    () => ({ finds: isOpen ? finds : [], current: isOpen ? (finds[at] ?? null) : null }),
    [finds, at, isOpen],
  );
  return {
    isOpen,
    query,
    search,
    at,
    shown,
    onStep,
    open: useCallback(() => setOpen(true), []),
    close: useCallback(() => setOpen(false), []),
    onQuery: (next) => (setChosen(null), setQuery(next)),
  };
}
