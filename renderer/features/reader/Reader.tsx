// The reader once a paper is open: the desk in the middle, pages on its left, tools and notes on its right, the table edge
// below. Here the parts meet; each does its own work in its own folder.
import { useMediaQuery } from "@mantine/hooks";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Meeting, Paper, Participant, Person } from "../../../shared/protocol/http/schemas.ts";
import { readFloor } from "../../../shared/ydoc/floor.ts";
import { forgetKeptWords } from "../../sync/kept-words.ts";
import { useDocValue } from "../../sync/use-doc-value.ts";
import { LostBanner } from "../../ui/LostBanner.tsx";
import { joinFacts } from "../../sync/connection-facts.ts";
import { reconnectRooms } from "../../sync/rooms.ts";
import { useRoom } from "../../sync/use-room.ts";
import { BigText } from "./bigtext/BigText.tsx";
import type { PageView, Turn } from "./engine/page-view.ts";
import type { PaperFile } from "./engine/paper-file.ts";
import type { PageLink } from "./engine/paper-ways.ts";
import type { SourceState } from "./engine/range-source.ts";
import { FetchState } from "./FetchState.tsx";
import { FollowEdge } from "./follow/FollowEdge.tsx";
import { useFollow } from "./follow/use-follow.ts";
import { useGoAlong } from "./follow/use-go-along.ts";
import { NoteMargin } from "./marks/NoteMargin.tsx";
import { PhoneBar } from "./marks/PhoneBar.tsx";
import { ToolBar } from "./marks/ToolBar.tsx";
import { useKeptNotes } from "./marks/use-kept-notes.ts";
import { useMarking } from "./marks/use-marking.ts";
import { usePaperMarks } from "./marks/use-paper-marks.ts";
import { OutsideLink } from "./OutsideLink.tsx";
import { PageDesk } from "./pages/PageDesk.tsx";
import { useCopy } from "./pages/use-copy.ts";
import { useCrop } from "./pages/use-crop.ts";
import { useDesk } from "./pages/use-desk.ts";
import { SidePanel } from "./panels/SidePanel.tsx";
import { useCoinColours } from "../../ui/coin-colour.ts";
import { fillOf, peopleOf } from "./people.ts";
import { usePresence } from "./presence/use-presence.ts";
import { WhoIsHere } from "./presence/WhoIsHere.tsx";
import { SavedLayers } from "./SavedLayers.tsx";
import { SearchBar } from "./search/SearchBar.tsx";
import { useFinding } from "./search/use-finding.ts";
import { TopBar } from "./TopBar.tsx";
import { useFacts } from "./use-facts.ts";
import { useKeys } from "./use-keys.ts";
import { usePresenting, useSaveReading } from "./use-server-acts.ts";
import { useStoppedAt } from "./use-stopped-at.ts";

interface Props {
  file: PaperFile;
  views: readonly PageView[];
  turn: Turn;
  facts: { paper: Paper; meeting: Meeting; participants: Participant[] };
  me: Person;
  fetching: SourceState;
  onTurn: () => void;
  /** Pages came into sight. */
  onSight: (first: number, last: number) => void;
  onReopen: () => void;
}

/** The width up to which a window is a phone, as in the style sheets. */
const PHONE = "(max-width: 600px)";

export function Reader({ file, views, turn, facts, me, fetching, onTurn, onSight, onReopen }: Props) {
  const { paper, meeting } = facts;
  const { t } = useTranslation("reader");
  const navigate = useNavigate();
  const people = useMemo(() => peopleOf(facts.participants), [facts.participants]);
  const ink = useRoom(`annotations:${paper.id}`);
  const pencil = useRoom(`notes:${paper.id}:${me.id}`);
  const floor = useDocValue(useRoom(`floor:${meeting.id}`).doc, readFloor);
  const { problem } = joinFacts([ink.facts, pencil.facts]);
  const papers = useFacts(paper.id, meeting.id, floor.revision, problem?.kind === "refused");
  const docs = useMemo(() => ({ shared: ink.doc, private: pencil.doc }), [ink.doc, pencil.doc]);

  const phone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false });
  const [near, setNear] = useState({ first: 0, last: 0 });
  const crop = useCrop(file, views, turn, near, phone);
  const desk = useDesk(views, Math.min(paper.myReading?.pageIndex ?? 0, file.pageCount - 1), crop);
  const { page, goTo } = desk;
  const sight = useCallback(
    (first: number, last: number) => {
      setNear({ first, last });
      onSight(first, last);
    },
    [onSight],
  );
  const presence = usePresence(ink.awareness, me.id, page);
  const follow = useFollow({
    floor,
    paperId: paper.id,
    me: me.id,
    desk,
    pageCount: file.pageCount,
    presence,
    present: usePresenting(meeting.id, paper.id),
  });
  const goToPaper = useCallback((id: string) => void navigate(`/tai-lieu/${id}?theo=1`), [navigate]);
  useGoAlong(follow, paper.id, papers, goToPaper);
  const { turnedByHand } = follow;
  const turnTo = useCallback(
    (index: number) => {
      turnedByHand();
      goTo({ page: Math.max(0, Math.min(file.pageCount - 1, index)), part: 0 });
    },
    [file.pageCount, goTo, turnedByHand],
  );
  useStoppedAt(page, useSaveReading(paper.id));
  const colourOf = useCoinColours();
  const marks = usePaperMarks(docs, me.id, fillOf(colourOf(me.id)));
  const kept = useKeptNotes(paper.id, me.id);
  const marking = useMarking({ file, desk, marks, version: paper.version, mayComment: meeting.may.comment });
  const finding = useFinding({ file, views, desk, onMove: turnedByHand });
  useCopy(file, desk);
  const [link, setLink] = useState<string | null>(null);
  const [panelOpen, setPanelOpen] = useState(false);
  const [notesOpen, setNotesOpen] = useState(false);
  const [wantsBig, setBig] = useState(false);
  const big = wantsBig && phone;
  const openNotes = useCallback(() => setNotesOpen(true), []);
  const begin = (): void => {
    setNotesOpen(true);
    marking.press("comment");
  };
  useKeys({
    next: () => turnTo(page + 1),
    previous: () => turnTo(page - 1),
    first: () => turnTo(0),
    last: () => turnTo(file.pageCount - 1),
    zoomIn: desk.zoomIn,
    zoomOut: desk.zoomOut,
    search: finding.open,
    comment: begin,
    escape: () => (finding.close(), marking.cancel(), setPanelOpen(false), setNotesOpen(false)),
    undo: marks.undo,
    redo: marks.redo,
  });
  const onLink = (target: PageLink["target"]): void => ("url" in target ? setLink(target.url) : turnTo(target.page));
  // The floor knows better than the facts fetched at the start; before it has arrived it says "preparing".
  const stage = floor.stage !== "preparing" ? floor.stage : meeting.stage;
  const live = stage === "live" || stage === "paused";

  return (
    <div className="rd">
      <TopBar
        {...{ paper, desk, panelOpen, onTurn }}
        meetingTitle={meeting.title}
        pageCount={file.pageCount}
        here={<WhoIsHere readers={presence.readers} people={people} page={page} />}
        saved={<SavedLayers facts={[ink.facts, pencil.facts]} />}
        onPage={turnTo}
        onSearch={finding.open}
        onPanel={() => setPanelOpen(!panelOpen)}
      />
      {problem?.kind === "offline" && (
        <LostBanner since={problem.since} text={t("saved.offlineHint")} onReconnect={reconnectRooms} />
      )}
      <main className="rd-body">
        <nav className={`rd-panel${panelOpen ? " open" : ""}`} aria-label={t("view.panel")}>
          <SidePanel {...{ file, views, turn, page }} onPage={(index) => (turnTo(index), setPanelOpen(false))} />
        </nav>
        <section
          className={`rd-desk${follow.following ? " follows" : ""}`}
          aria-label={t("page.where", { page: page + 1, count: file.pageCount })}
        >
          {finding.isOpen && <SearchBar {...finding} pageCount={file.pageCount} onClose={finding.close} />}
          <FetchState state={fetching} onRetry={() => file.retry()} onReopen={onReopen} />
          <PageDesk
            scroller={desk.scroller}
            {...{ file, views, turn, desk, people, marking, onLink, presence }}
            marks={marks.marks}
            finds={finding.shown}
            onSight={sight}
            onHand={turnedByHand}
            onSelect={openNotes}
          />
          {big && (
            <BigText
              {...{ file, page }}
              marks={marks.marks}
              selected={marking.selected}
              onPage={turnTo}
              onMark={(key) => (marking.pick(key), openNotes())}
              onReleased={marking.released}
            />
          )}
          {marking.hint && (
            <p className="rd-hint" role="status">
              {t(marking.hint)}
            </p>
          )}
          <PhoneBar
            marks={marks.marks}
            {...{ notesOpen, big }}
            kept={kept.length}
            onNotes={() => setNotesOpen(!notesOpen)}
            onBig={() => setBig(!big)}
          />
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
          <button type="button" className="rd-sheet-close" onClick={() => setNotesOpen(false)}>
            {t("view.close")}
          </button>
          <NoteMargin
            {...{ marks, people }}
            kept={kept}
            me={me.id}
            mayComment={meeting.may.comment}
            layer={marking.layer}
            selected={marking.selected}
            writingOn={marking.writingOn}
            onSelect={(mark) => {
              turnedByHand();
              marking.show(mark, views);
              setNotesOpen(false);
            }}
            onWrite={marking.write}
            start={marking.start}
            onBegin={begin}
            onCancel={marking.cancel}
            onSendAgain={({ id, words, layer }) => marking.sendAgain(layer, words, () => forgetKeptWords(id))}
          />
        </aside>
      </main>
      {live && (
        <FollowEdge
          {...{ follow, floor, people, meeting, papers, page }}
          paperId={paper.id}
          pageCount={file.pageCount}
          onOtherPaper={goToPaper}
        />
      )}
      <OutsideLink url={link} onClose={() => setLink(null)} />
    </div>
  );
}
