// The reader once a paper is open: the desk in the middle, pages on its left, tools and notes on its right, the table edge
// below. Here the parts meet; each does its own work in its own folder.
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Meeting, Paper, Participant, Person } from "../../../shared/protocol/http/schemas.ts";
import { api } from "../../platform/api.ts";
import { useRoom } from "../../sync/use-room.ts";
import type { PageLink, PageView, PaperFile, Turn } from "./engine/paper-file.ts";
import { FollowEdge } from "./follow/FollowEdge.tsx";
import { useFollow } from "./follow/use-follow.ts";
import { NoteMargin } from "./marks/NoteMargin.tsx";
import { ToolBar } from "./marks/ToolBar.tsx";
import { useMarking } from "./marks/use-marking.ts";
import { usePaperMarks } from "./marks/use-paper-marks.ts";
import { OutsideLink } from "./OutsideLink.tsx";
import { PageDesk } from "./pages/PageDesk.tsx";
import { useDesk } from "./pages/use-desk.ts";
import { SidePanel } from "./panels/SidePanel.tsx";
import { fillOf, peopleOf } from "./people.ts";
import { usePresence } from "./presence/use-presence.ts";
import { WhoIsHere } from "./presence/WhoIsHere.tsx";
import { SavedLayers } from "./SavedLayers.tsx";
import { SearchBar } from "./search/SearchBar.tsx";
import { useFinding } from "./search/use-finding.ts";
import { TopBar } from "./TopBar.tsx";
import { useKeys } from "./use-keys.ts";
import { useStoppedAt } from "./use-stopped-at.ts";

interface Props {
  file: PaperFile;
  views: readonly PageView[];
  turn: Turn;
  facts: { paper: Paper; meeting: Meeting; participants: Participant[] };
  me: Person;
  onTurn: () => void;
}

export function Reader({ file, views, turn, facts, me, onTurn }: Props) {
  const { paper, meeting } = facts;
  const { t } = useTranslation("reader");
  const navigate = useNavigate();
  const people = useMemo(() => peopleOf(facts.participants), [facts.participants]);
  const ink = useRoom(`annotations:${paper.id}`);
  const pencil = useRoom(`notes:${paper.id}:${me.id}`);
  const floor = useRoom(`floor:${meeting.id}`);
  const docs = useMemo(() => ({ shared: ink.doc, private: pencil.doc }), [ink.doc, pencil.doc]);
  const desk = useDesk(views, Math.min(paper.myReading?.pageIndex ?? 0, file.pageCount - 1));
  const { page, goTo } = desk;
  const showPage = useCallback((index: number) => goTo({ page: index, part: 0 }), [goTo]);
  const follow = useFollow({
    floor: floor.doc,
    paperId: paper.id,
    me: me.id,
    page,
    showPage,
    present: usePresenting(meeting.id, paper.id),
  });
  const { turnedByHand } = follow;
  const turnTo = useCallback(
    (index: number) => {
      turnedByHand();
      showPage(Math.max(0, Math.min(file.pageCount - 1, index)));
    },
    [file.pageCount, showPage, turnedByHand],
  );
  useStoppedAt(page, useSaveReading(paper.id));
  const presence = usePresence(ink.awareness, me.id, page);
  const marks = usePaperMarks(docs, me.id, fillOf(people.get(me.id)));
  const marking = useMarking({ file, desk, marks, version: paper.version, mayComment: meeting.may.comment });
  const finding = useFinding({ file, views, desk, onMove: turnedByHand });
  const [link, setLink] = useState<string | null>(null);
  const [panelOpen, setPanelOpen] = useState(false);
  const [notesOpen, setNotesOpen] = useState(false);
  useKeys({
    next: () => turnTo(page + 1),
    previous: () => turnTo(page - 1),
    first: () => turnTo(0),
    last: () => turnTo(file.pageCount - 1),
    zoomIn: desk.zoomIn,
    zoomOut: desk.zoomOut,
    search: finding.open,
    comment: () => begin(),
    escape: () => (finding.close(), marking.cancel(), setPanelOpen(false), setNotesOpen(false)),
    undo: marks.undo,
    redo: marks.redo,
  });
  const begin = (): void => {
    setNotesOpen(true);
    marking.press("comment");
  };
  const onLink = (target: PageLink["target"]): void => ("url" in target ? setLink(target.url) : turnTo(target.page));
  // The floor knows better than the facts fetched at the start; before it has arrived it says "preparing".
  const stage = follow.floor && follow.floor.stage !== "preparing" ? follow.floor.stage : meeting.stage;
  const live = stage === "live" || stage === "paused";

  return (
    <div className="rd">
      <TopBar
        {...{ paper, desk, panelOpen, notesOpen, onTurn }}
        meetingTitle={meeting.title}
        pageCount={file.pageCount}
        here={<WhoIsHere readers={presence.readers} people={people} page={page} />}
        saved={<SavedLayers facts={[ink.facts, pencil.facts]} />}
        onPage={turnTo}
        onSearch={finding.open}
        onPanel={() => setPanelOpen(!panelOpen)}
        onNotes={() => setNotesOpen(!notesOpen)}
      />
      <main className="rd-body">
        <nav className={`rd-panel${panelOpen ? " open" : ""}`} aria-label={t("view.panel")}>
          <SidePanel {...{ file, views, turn, page }} onPage={(index) => (turnTo(index), setPanelOpen(false))} />
        </nav>
        <section
          className={`rd-desk${follow.following ? " follows" : ""}`}
          aria-label={t("page.where", { page: page + 1, count: file.pageCount })}
        >
          {finding.isOpen && <SearchBar {...finding} pageCount={file.pageCount} onClose={finding.close} />}
          <PageDesk
            scroller={desk.scroller}
            {...{ file, views, turn, desk, people, marking, onLink }}
            marks={marks.marks}
            presence={presence}
            finds={finding.shown}
            onHand={turnedByHand}
            onSelect={() => setNotesOpen(true)}
          />
          {marking.hint && (
            <p className="rd-hint" role="status">
              {t(marking.hint)}
            </p>
          )}
        </section>
        <ToolBar
          {...{ marks }}
          layer={marking.layer}
          tool={marking.tool}
          mayComment={meeting.may.comment}
          onLayer={marking.setLayer}
          onTool={(tool) => (tool === "comment" ? begin() : marking.press(tool))}
        />
        <aside className={`rd-notes${notesOpen ? " open" : ""}`} aria-label={t("marks.label")}>
          <NoteMargin
            {...{ marks, people }}
            me={me.id}
            mayComment={meeting.may.comment}
            layer={marking.layer}
            selected={marking.selected}
            writingOn={marking.writingOn}
            onSelect={(mark) => (turnedByHand(), marking.show(mark, views))}
            onWrite={marking.write}
            onBegin={begin}
            onCancel={marking.cancel}
          />
        </aside>
      </main>
      {live && (
        <FollowEdge
          {...{ follow, people, page }}
          paperId={paper.id}
          pageCount={file.pageCount}
          mayLead={meeting.may.lead}
          onOtherPaper={(id) => void navigate(`/tai-lieu/${id}`)}
        />
      )}
      <OutsideLink url={link} onClose={() => setLink(null)} />
    </div>
  );
}

function usePresenting(meetingId: string, paperId: string): (pageIndex: number | null) => Promise<void> {
  return useCallback(
    async (pageIndex) => {
      const presentation = pageIndex === null ? null : { paperId, pageIndex };
      await api.call("present", { params: { meetingId }, body: { presentation } });
    },
    [meetingId, paperId],
  );
}

function useSaveReading(paperId: string): (pageIndex: number) => void {
  return useCallback(
    (pageIndex) => {
      // Where reading stopped is a convenience: when it cannot be saved now, the next page turned is saved instead.
      api.call("reading", { params: { paperId }, body: { pageIndex } }).catch(() => undefined);
    },
    [paperId],
  );
}
