// The screen of one meeting, put together from its parts: meeting, papers, people.
import "./meeting.css";
import i18next from "i18next";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { AppError } from "../../../shared/protocol/errors.ts";
import { failureOf } from "../../platform/api.ts";
import { SeatsProvider, seatsOf } from "../../ui/coin-colour.ts";
import { MeetingEdge } from "./floor/MeetingEdge.tsx";
import { KeptWordsList } from "./kept/KeptWordsList.tsx";
import { MeetingPart } from "./MeetingPart.tsx";
import { MeetingTop, parts, type Part } from "./MeetingTop.tsx";
import { PaperEditor } from "./papers/PaperEditor.tsx";
import { PapersPart } from "./papers/PapersPart.tsx";
import { usePaperActs, type PaperWork } from "./papers/use-paper-acts.ts";
import { useUploads } from "./papers/use-uploads.ts";
import { PeoplePart } from "./people/PeoplePart.tsx";
import { ProblemBanner } from "./Problem.tsx";
import { AskRecall } from "./recall/AskRecall.tsx";
import { RecalledPage } from "./recall/RecalledPage.tsx";
import { RecallList } from "./recall/RecallList.tsx";
import { RecallNotice } from "./recall/RecallNotice.tsx";
import { RemovedList } from "./removed/RemovedList.tsx";
import { UndoBar } from "./removed/UndoBar.tsx";
import { FactsEditor } from "./stage/FactsEditor.tsx";
import { StageNotice } from "./stage/StageNotice.tsx";
import { useRoomPerson } from "../../sync/use-room.ts";
import { useMeetingData, useMeetingView, type MeetingData } from "./use-meeting.ts";
import { en, vi } from "./words.ts";

i18next.addResourceBundle("vi", "meeting", vi);
i18next.addResourceBundle("en", "meeting", en);

/** Route /cuoc-hop/:meetingId; the part is in the query as `phan`. */
export function MeetingScreen() {
  const { t } = useTranslation("meeting");
  const { meetingId = "" } = useParams();
  const query = useMeetingData(meetingId);
  // Until it is known whose rooms these are, what is written would go into no room.
  const isKnown = useRoomPerson() !== null;
  if (query.error instanceof AppError && query.error.code === "recalled") return <RecalledPage />;
  // What was shown before goes with the right to see it; without the network it stays.
  const isRefused = query.isError && failureOf(query.error) !== "network" && failureOf(query.error) !== "internal";
  if (query.data && isKnown && !isRefused) return <Loaded key={meetingId} data={query.data} />;
  if ((query.data && !isRefused) || query.isPending) return <Loading />;
  return (
    <main className="mt-empty">
      <h1 className="mt-h2">{t("load.failed")}</h1>
      <ol className="mt-steps">
        <li>{t("load.step1")}</li>
        <li>{t("load.step2")}</li>
        <li>{t("load.step3")}</li>
      </ol>
      <button type="button" className="btn" onClick={() => void query.refetch()}>
        {t("load.retry")}
      </button>
    </main>
  );
}

const addresses: Record<Part, string> = { meeting: "cuoc-hop", papers: "tai-lieu", people: "dai-bieu" };

function Loaded({ data }: { data: MeetingData }) {
  const view = useMeetingView(data);
  const [query, setQuery] = useSearchParams();
  const part = parts.find((one) => addresses[one] === query.get("phan")) ?? "meeting";
  const [editsFacts, setEditsFacts] = useState(false);
  const work = usePaperActs(view);
  const uploads = useUploads(view.meeting.id, view.refetch);
  const go = (next: Part): void => setQuery(next === "meeting" ? {} : { phan: addresses[next] });
  const seats = useMemo(() => seatsOf(data.participants), [data.participants]);
  return (
    <SeatsProvider value={seats}>
      <div className="app">
        <MeetingTop view={view} part={part} onPart={go} />
        <ProblemBanner problem={view.agendaRoom.facts.problem} />
        {view.meeting.recalledAt === null ? <StageNotice view={view} /> : <RecallNotice view={view} />}
        <main className="mt-main">
          <KeptWordsList view={view} />
          {part === "meeting" && (
            <MeetingPart
              view={view}
              work={work}
              uploads={uploads}
              onFacts={() => setEditsFacts(true)}
              onPeople={() => go("people")}
            />
          )}
          {part === "papers" && <PapersPart view={view} work={work} uploads={uploads} onAgenda={() => go("meeting")} />}
          {part === "people" && <PeoplePart view={view} />}
          {part !== "people" && view.meeting.may.edit && <RemovedList view={view} work={work} />}
          {part !== "people" && view.meeting.may.recall && <RecallList view={view} />}
          <Removed work={work} />
        </main>
        <MeetingEdge view={view} />
        {work.edited && <PaperEditor paper={work.edited} view={view} onClose={work.closeEditor} />}
        {work.recalled && <AskRecall view={view} paper={work.recalled} onClose={work.closeRecall} />}
        {editsFacts && <FactsEditor view={view} onClose={() => setEditsFacts(false)} />}
      </div>
    </SeatsProvider>
  );
}

function Removed({ work }: { work: PaperWork }) {
  const { t } = useTranslation("meeting");
  return (
    <>
      {work.failure && (
        <p className="tag need" role="alert">
          {t("failed", { why: work.failure })}
        </p>
      )}
      {work.removed && (
        <UndoBar
          key={work.removed.id}
          words={t("papers.removed", { title: work.removed.title })}
          onRestore={() => work.removed && work.restore(work.removed)}
          onGone={work.forgetRemoved}
        />
      )}
    </>
  );
}

/** The shape of the page, so that nothing jumps. */
function Loading() {
  const { t } = useTranslation("meeting");
  return (
    <main className="mt-live mt-loading" aria-busy="true">
      <h1 className="sr">{t("load.loading")}</h1>
      <span className="sk" />
      <span className="sheet" />
      <span className="sk" />
    </main>
  );
}
