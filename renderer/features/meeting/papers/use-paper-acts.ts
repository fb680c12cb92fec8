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
  /** The paper removed last, until it is brought back or the offer is forgotten. */
  removed: Paper | null;
  restore: (paper: Paper) => void;
  forgetRemoved: () => void;
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
  const restore = (paper: Paper): void =>
    act.run(async () => {
      await api.call("restorePaper", { params: { paperId: paper.id } });
      setRemoved(null);
      changed();
    });
  const reorder = (paper: Paper, order: string): void =>
    act.run(async () => {
      await api.call("editPaper", { params: { paperId: paper.id }, body: { order } });
      changed();
    });
  const download = (paper: Paper): void => act.run(() => downloadPaper(paper));
  const closeEditor = (): void => setEdited(null);
  const forgetRemoved = (): void => setRemoved(null);
  const work = { edited, closeEditor, removed, restore, forgetRemoved, reorder };
  return { ...work, edit: setEdited, remove, download, failure: act.failure };
}
