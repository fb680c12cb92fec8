// A paper on the desk: fetches its facts, opens its file, and says plainly when that cannot be done.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { AppError } from "../../../shared/protocol/errors.ts";
import type { Paper } from "../../../shared/protocol/http/schemas.ts";
import { downloadPaper } from "../../offline/download.ts";
import { keepOpened } from "../../offline/fetch-ahead.ts";
import { openKeptFile } from "../../offline/kept-file.ts";
import { api } from "../../platform/api.ts";
import { serverUrl } from "../../platform/server.ts";
import { useRoomPerson } from "../../sync/use-room.ts";
import { useAct } from "../../ui/use-act.ts";
import type { OpenProblem } from "./engine/open-paper.ts";
import type { Turn } from "./engine/page-view.ts";
import { SeatsProvider, seatsOf } from "../../ui/coin-colour.ts";
import { usePageViews } from "./pages/use-page-views.ts";
import { Reader } from "./Reader.tsx";
import { usePaperFile } from "./use-paper-file.ts";
import "./reader.css";
import "./pages/pages.css";
import "./panels/panels.css";
import "./marks/marks.css";
import "./marks/notes.css";
import "./phone.css";

/** The pages that are looked at come first; then the rest of the file is fetched for later. */
const KEEP_MS = 4000;

/** Route /tai-lieu/:paperId. */
export function ReaderScreen() {
  const { paperId = "" } = useParams();
  return <PaperOnDesk key={paperId} paperId={paperId} />;
}

/** Why there is no paper on the desk. */
type Shown = OpenProblem | "recalled";

function PaperOnDesk({ paperId }: { paperId: string }) {
  const { t } = useTranslation("reader");
  const query = useMemo(
    () => ({ queryKey: ["paper", paperId], queryFn: () => api.call("paper", { params: { paperId } }) }),
    [paperId],
  );
  const facts = useQuery(query);
  const queries = useQueryClient();
  const session = useQuery({ queryKey: ["whoAmI"], queryFn: () => api.call("whoAmI", {}) });
  // Until it is known whose rooms these are, what is marked would go into no room.
  const isKnown = useRoomPerson() !== null;
  const [attempt, setAttempt] = useState(0);
  const [turn, setTurn] = useState<Turn>(0);
  const url = serverUrl(`/api/papers/${paperId}/content`);
  const headers = useCallback(() => api.headers(), []);
  const kept = useCallback(
    () => openKeptFile(paperId, async () => (await queries.query({ ...query, staleTime: "static" })).paper),
    [paperId, queries, query],
  );
  const { file, problem, fetching } = usePaperFile({ url, headers, kept }, attempt);
  useKeepOpened(file === null ? undefined : facts.data?.paper);
  const { views, need } = usePageViews(file, turn);
  const turnOn = useCallback(() => setTurn((now) => ((now + 90) % 360) as Turn), []);
  const seats = useMemo(() => seatsOf(facts.data?.participants ?? []), [facts.data]);

  const meetingId = facts.data?.paper.meetingId;
  if (facts.data?.paper.pageCount === null) {
    return <Problem word={t("open.notPdf")} meetingId={meetingId} download={facts.data.paper} />;
  }
  const again = (): void => {
    setAttempt((n) => n + 1);
    void facts.refetch();
  };
  const failed = facts.isError ? problemOf(facts.error, facts.data !== undefined) : null;
  // Who leads the meeting still gets the facts of a recalled paper, but nobody its file.
  const recalled = (facts.data?.paper.recalledAt ?? null) === null ? null : "recalled";
  const shown = failed ?? recalled ?? problem;
  if (shown) return <Problem word={t(`open.${shown}`)} help={t(stepsOf(shown))} {...{ meetingId }} onRetry={again} />;
  if (!facts.data || !session.data || !isKnown || !file || !views) return <PageShape />;
  return (
    <SeatsProvider value={seats}>
      <Reader
        {...{ file, views, turn, fetching }}
        facts={facts.data}
        me={session.data.person}
        onTurn={turnOn}
        onSight={need}
        onReopen={again}
      />
    </SeatsProvider>
  );
}

/** What was opened once is there when the network is not. */
function useKeepOpened(paper: Paper | undefined): void {
  useEffect(() => {
    if (!paper) return;
    const left = new AbortController();
    const timer = setTimeout(() => void keepOpened(paper, left.signal), KEEP_MS);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [paper]);
}

/** A paper that is open stays open while the network is away; one that may not be read any more is put away. */
function problemOf(error: unknown, isOpen: boolean): Shown | null {
  if (error instanceof AppError && error.code === "recalled") return "recalled";
  const away = error instanceof AppError && error.details["network"] === true;
  if (!away) return "gone";
  return isOpen ? null : "network";
}

function stepsOf(shown: Shown): "open.steps" | "open.goneSteps" | "open.recalledHint" {
  if (shown === "gone") return "open.goneSteps";
  return shown === "recalled" ? "open.recalledHint" : "open.steps";
}

interface ProblemProps {
  word: string;
  /** What to do about it. */
  help?: string;
  meetingId: string | undefined;
  download?: Paper;
  onRetry?: () => void;
}

function Problem({ word, help, meetingId, download, onRetry }: ProblemProps) {
  const { t } = useTranslation("reader");
  const act = useAct();
  return (
    <main className="rd-problem" role="alert">
      <h1>{word}</h1>
      {help && <p>{help}</p>}
      <div className="rd-acts">
        {onRetry && (
          <button type="button" className="btn" onClick={onRetry}>
            {t("open.retry")}
          </button>
        )}
        {download && (
          <button type="button" className="btn" onClick={() => act.run(() => downloadPaper(download))}>
            {t("open.download")}
          </button>
        )}
        <Link className="btn plain" to={meetingId ? `/cuoc-hop/${meetingId}` : "/"}>
          {t("back")}
        </Link>
      </div>
      {act.failure !== null && (
        <p role="alert" className="failure">
          {act.failure}
        </p>
      )}
    </main>
  );
}

/** The shape of a page while it is fetched; it shows only after a moment (CSS), so quick papers do not flicker. */
function PageShape() {
  const { t } = useTranslation("reader");
  return (
    <main className="rd-shape" aria-busy="true">
      <p className="sr" role="status">
        {t("loading")}
      </p>
      <div aria-hidden="true" />
    </main>
  );
}
