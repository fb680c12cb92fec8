// Marking what is selected: which layer and tool are in hand, the anchor a note is being written for, the mark picked.
import { useCallback, useState } from "react";
import { isWithoutText } from "../../../../shared/paper/page-text.ts";
import type { HighlightPlace } from "../../../../shared/ydoc/marks.ts";
import type { PageView } from "../engine/page-view.ts";
import type { PaperFile } from "../engine/paper-file.ts";
import { anchorOf, readSelection } from "../pages/selection.ts";
import type { Desk } from "../pages/use-desk.ts";
import { quadsIn } from "./quads.ts";
import type { Tool } from "./ToolBar.tsx";
import type { Layer } from "./use-history.ts";
import type { LayeredMark, PaperMarks } from "./use-paper-marks.ts";

interface Options {
  file: PaperFile;
  desk: Desk;
  marks: PaperMarks;
  version: number;
  mayComment: boolean;
}

export interface Marking {
  layer: Layer;
  tool: Tool | null;
  selected: string | null;
  /** Shown on the page while its note is written. */
  pending: readonly HighlightPlace[];
  writingOn: string | null;
  /** Words the note begins with. */
  start: string;
  hint: "tools.selectFirst" | "tools.noText" | null;
  setLayer: (layer: Layer) => void;
  /** A tool's button or key. */
  press: (tool: Tool) => void;
  /** Lets these words be sent on text that is selected, now or next; `onSent` is called when they are. */
  sendAgain: (layer: Layer, words: string, onSent: () => void) => void;
  /** The pointer let go of the text. */
  released: () => void;
  write: (text: string) => void;
  cancel: () => void;
  pick: (key: string | null) => void;
  /** Brings a mark into sight. */
  show: (mark: LayeredMark, views: readonly PageView[]) => void;
}

/** A mark is brought to this part of the desk's height. */
const MARK_HEIGHT = 0.3;

/** Rules: with a selection a tool acts at once; without one it stays in hand and acts when text has been selected. */
export function useMarking({ file, desk, marks, version, mayComment }: Options): Marking {
  const [wanted, setLayer] = useState<Layer>("shared");
  const layer: Layer = mayComment ? wanted : "private";
  const [tool, setTool] = useState<Tool | null>(null);
  const [selected, pick] = useState<string | null>(null);
  const [pending, setPending] = useState<readonly HighlightPlace[]>([]);
  const [hint, setHint] = useState<Marking["hint"]>(null);
  const [again, setAgain] = useState<{ words: string; onSent: () => void } | null>(null);

  const act = useCallback(
    async (chosen: Tool): Promise<boolean> => {
      const anchors = await selectedAnchors(file, desk.scroller.current?.parentElement ?? null, version);
      if (anchors.length === 0) return false;
      document.getSelection()?.removeAllRanges();
      setHint(null);
      if (chosen === "comment") {
        setTool(null);
        setPending(anchors);
        return true;
      }
      pick(marks.highlight(layer, anchors, ""));
      return true;
    },
    [file, desk.scroller, version, marks, layer],
  );
  const press = (chosen: Tool): void => {
    setAgain(null);
    void act(chosen).then((acted) => {
      if (acted) return;
      setTool(tool === chosen ? null : chosen);
      setHint(null);
      if (tool !== chosen) void hintFor(file, desk.page).then(setHint);
    });
  };
  const sendAgain = (to: Layer, words: string, onSent: () => void): void => {
    setLayer(to);
    if (tool !== "comment") press("comment");
    setAgain({ words, onSent });
  };
  const cancel = useCallback(() => {
    setTool(null);
    setPending([]);
    setHint(null);
    pick(null);
  }, []);
  return {
    layer,
    tool,
    selected,
    pending,
    setLayer,
    press,
    sendAgain,
    cancel,
    pick,
    writingOn: pending[0]?.quote.exact ?? null,
    start: again?.words ?? "",
    hint,
    released: () => void (tool && act(tool)),
    write: (text) => {
      if (pending.length > 0) pick(marks.highlight(layer, pending, text));
      setPending([]);
      again?.onSent();
      setAgain(null);
    },
    show: (mark, views) => {
      pick(mark.key);
      const view = views[mark.pageIndex];
      const first = view && quadsIn(mark.quads, view)[0];
      if (!first) return;
      desk.goTo({ page: mark.pageIndex, part: first[0][1] / view.height }, MARK_HEIGHT);
    },
  };
}

/** A page that is a picture has nothing to select. */
async function hintFor(file: PaperFile, page: number): Promise<Marking["hint"]> {
  const text = await file.text(page).catch(() => null);
  return text && !isWithoutText(text) ? "tools.selectFirst" : "tools.noText";
}

async function selectedAnchors(file: PaperFile, root: HTMLElement | null, version: number): Promise<HighlightPlace[]> {
  const parts = root ? readSelection(root) : [];
  const anchors = await Promise.all(
    parts.map(async (part) => anchorOf(await file.text(part.pageIndex), part, version)),
  );
  return anchors.filter((anchor) => anchor !== null);
}
