// Copying selected text out of the paper.
import { useEffect, useState } from "react";
import type { PaperFile } from "../engine/paper-file.ts";
import { readSelection } from "./selection.ts";
import type { Desk } from "./use-desk.ts";

/** Copying takes the words of the text model: composed letters, and lines in reading order. */
export function useCopy(file: PaperFile, desk: Desk): void {
  const [texts] = useState(() => new Map<number, string>());
  useEffect(() => {
    const root = desk.scroller.current?.parentElement;
    if (!root) return;
    const remember = (): void => {
      for (const { pageIndex } of readSelection(root)) {
        if (texts.has(pageIndex)) continue;
        // Without a text there is nothing to copy; the selection shows that.
        file.words(pageIndex).then(
          (words) => texts.set(pageIndex, words),
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
