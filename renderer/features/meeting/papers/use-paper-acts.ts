// What is done with papers anywhere on the meeting screen: edit, remove and bring back, download.
import { useState } from "react";
import type { Paper } from "../../../../shared/protocol/http/schemas.ts";
import { api } from "../../../platform/api.ts";
import { useAct } from "../../../ui/use-act.ts";
import type { MeetingView } from "../use-meeting.ts";
import { downloadPaper } from "../../../offline/download.ts";
import type { PaperActs } from "./PaperRow.tsx";

export interface PaperWork extends PaperActs {
  edited: Paper | null;
  closeEditor: () => void;
  /** The paper that is asked about before it is recalled. */
  recalled: Paper | null;
  closeRecall: () => void;
  /** The paper removed last, until it is brought back or the offer is forgotten. */
  removed: Paper | null;
  restore: (paper: Paper) => void;
  forgetRemoved: () => void;
  failure: string | null;
}

/** The acts on the papers of a meeting; it is fetched again after each. */
export function usePaperActs({ meeting, refetch: changed }: MeetingView): PaperWork {
  const [edited, setEdited] = useState<Paper | null>(null);
  const [recalled, setRecalled] = useState<Paper | null>(null);
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
  const closeRecall = (): void => setRecalled(null);
  const forgetRemoved = (): void => setRemoved(null);
  const recall = meeting.may.recall ? setRecalled : null;
  const work = { edited, closeEditor, recalled, closeRecall, removed, restore, forgetRemoved, reorder };
  return { ...work, edit: setEdited, remove, recall, download, failure: act.failure };
}
