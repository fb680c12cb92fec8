// Marking what is selected: which layer and tool are in hand, the anchor a note is being written for, the mark picked.
import { useCallback, useEffect, useState } from "react";
import type { HighlightPlace } from "../../../../shared/ydoc/marks.ts";
import type { PageView, PaperFile } from "../engine/paper-file.ts";
import { anchorOf, readSelection } from "../pages/selection.ts";
import type { Desk } from "../pages/use-desk.ts";
import { quadsIn } from "./MarkLayer.tsx";
import type { Tool } from "./ToolBar.tsx";
import type { LayeredMark, Layer, PaperMarks } from "./use-paper-marks.ts";

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
  pending: HighlightPlace | null;
  writingOn: string | null;
  hint: "tools.selectFirst" | null;
  setLayer: (layer: Layer) => void;
  /** A tool's button or key. */
  press: (tool: Tool) => void;
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
  const [pending, setPending] = useState<HighlightPlace | null>(null);
  const [hinted, setHinted] = useState(false);

  const act = useCallback(
    async (chosen: Tool): Promise<boolean> => {
      const anchors = await selectedAnchors(file, desk.scroller.current, version);
      const first = anchors[0];
      if (!first) return false;
      document.getSelection()?.removeAllRanges();
      setHinted(false);
      if (chosen === "comment") {
        setTool(null);
        setPending(first);
        return true;
      }
      const keys = anchors.map((anchor) => marks.highlight(layer, anchor, ""));
      pick(keys[0] ?? null);
      return true;
    },
    [file, desk.scroller, version, marks, layer],
  );
  const press = (chosen: Tool): void => {
    void act(chosen).then((acted) => {
      if (acted) return;
      setTool(tool === chosen ? null : chosen);
      setHinted(tool !== chosen);
    });
  };
  const cancel = useCallback(() => {
    setTool(null);
    setPending(null);
    setHinted(false);
    pick(null);
  }, []);
  useCopyFromModel(file, desk);
  return {
    layer,
    tool,
    selected,
    pending,
    setLayer,
    press,
    cancel,
    pick,
    writingOn: pending?.quote.exact ?? null,
    hint: hinted ? "tools.selectFirst" : null,
    released: () => void (tool && act(tool)),
    write: (text) => {
      if (pending) pick(marks.highlight(layer, pending, text));
      setPending(null);
    },
    show: (mark, views) => {
      pick(mark.key);
      const view = views[mark.pageIndex];
      const first = view && quadsIn(mark.quads, view)[0];
      if (!first) return;
      const part = first[0][1] / view.height - (desk.window.height * MARK_HEIGHT) / (view.height * desk.scale);
      desk.goTo({ page: mark.pageIndex, part });
    },
  };
}

async function selectedAnchors(file: PaperFile, root: HTMLElement | null, version: number): Promise<HighlightPlace[]> {
  const parts = root ? readSelection(root) : [];
  const anchors = await Promise.all(
    parts.map(async (part) => anchorOf(await file.text(part.pageIndex), part, version)),
  );
  return anchors.filter((anchor) => anchor !== null);
}

/** Copying takes the words of the text model: composed letters, and lines in reading order. */
function useCopyFromModel(file: PaperFile, desk: Desk): void {
  const [texts] = useState(() => new Map<number, string>());
  useEffect(() => {
    const root = desk.scroller.current;
    if (!root) return;
    const remember = (): void => {
      for (const { pageIndex } of readSelection(root)) {
        if (texts.has(pageIndex)) continue;
        // Without a text there is nothing to copy; the selection shows that.
        file.text(pageIndex).then(
          (page) => texts.set(pageIndex, page.text),
          () => undefined,
        );
      }
    };
    const copy = (event: ClipboardEvent): void => {
      const parts = readSelection(root);
      if (parts.length === 0 || !parts.every((part) => texts.has(part.pageIndex))) return;
      event.preventDefault();
      const words = parts.map((part) => texts.get(part.pageIndex)?.slice(part.start, part.end) ?? "");
      event.clipboardData?.setData("text/plain", words.join("\n"));
    };
    document.addEventListener("selectionchange", remember);
    root.addEventListener("copy", copy);
    return () => {
      document.removeEventListener("selectionchange", remember);
      root.removeEventListener("copy", copy);
    };
  }, [file, desk.scroller, texts]);
}
