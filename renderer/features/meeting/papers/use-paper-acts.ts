// What is done with papers anywhere on the meeting screen: edit, remove and bring back, download.
import { useState } from "react";
import type { Paper } from "../../../../shared/protocol/http/schemas.ts";
import { api } from "../../../platform/api.ts";
import { useAct } from "../../../ui/use-act.ts";
import { downloadPaper } from "./download.ts";
import type { PaperActs } from "./PaperRow.tsx";

export interface PaperWork extends PaperActs {
  edited: Paper | null;
  closeEditor: () => void;
  /** The paper removed last, until it is brought back. */
  removed: Paper | null;
  restore: () => void;
  failure: string | null;
}

/** `changed` is called after each change. */
export function usePaperActs(changed: () => void): PaperWork {
  const [edited, setEdited] = useState<Paper | null>(null);
  const [removed, setRemoved] = useState<Paper | null>(null);
  const act = useAct();
  const remove = (paper: Paper): void =>
    act.run(async () => {
      await api.call("removePaper", { params: { paperId: paper.id } });
      setRemoved(paper);
      changed();
    });
  const restore = (): void => {
    if (!removed) return;
    act.run(async () => {
      await api.call("restorePaper", { params: { paperId: removed.id } });
      setRemoved(null);
      changed();
    });
  };
  const download = (paper: Paper): void => act.run(() => downloadPaper(paper));
  const closeEditor = (): void => setEdited(null);
  return { edited, closeEditor, removed, restore, edit: setEdited, remove, download, failure: act.failure };
}
