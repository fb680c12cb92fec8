// A paper on the desk: fetches its facts, opens its file, and says plainly when that cannot be done.
import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { OpenProblem } from "./engine/paper-file.ts";
import { Reader } from "./Reader.tsx";
import { api } from "../../platform/api.ts";
import { serverUrl } from "../../platform/server.ts";
import { usePageViews } from "./pages/use-page-views.ts";
import { usePaperFile } from "./use-paper-file.ts";
import type { Turn } from "./engine/paper-file.ts";
import "./reader.css";
import "./marks.css";

/** Route /tai-lieu/:paperId. */
export function ReaderScreen() {
  const { paperId = "" } = useParams();
  return <PaperOnDesk key={paperId} paperId={paperId} />;
}

function PaperOnDesk({ paperId }: { paperId: string }) {
  const { t } = useTranslation("reader");
  const facts = useQuery({ queryKey: ["paper", paperId], queryFn: () => api.call("paper", { params: { paperId } }) });
  const session = useQuery({ queryKey: ["whoAmI"], queryFn: () => api.call("whoAmI", {}) });
  const [attempt, setAttempt] = useState(0);
  const [turn, setTurn] = useState<Turn>(0);
  const url = serverUrl(`/api/papers/${paperId}/content`);
  const headers = useCallback(() => api.headers(), []);
  const { file, problem } = usePaperFile(url, headers, attempt);
  const views = usePageViews(file, turn);
  const turnOn = useCallback(() => setTurn((now) => ((now + 90) % 360) as Turn), []);

  const meetingId = facts.data?.paper.meetingId;
  if (facts.data?.paper.pageCount === null) {
    return <Problem word={t("open.notPdf")} meetingId={meetingId} download={url} />;
  }
  const failed: OpenProblem | null = facts.isError ? "gone" : problem;
  if (failed) {
    const retry = (): void => {
      setAttempt((n) => n + 1);
      void facts.refetch();
    };
    return <Problem word={t(`open.${failed}`)} meetingId={meetingId} onRetry={retry} />;
  }
  if (!facts.data || !session.data || !file || !views) return <PageShape />;
  return <Reader {...{ file, views, turn }} facts={facts.data} me={session.data.person} onTurn={turnOn} />;
}

interface ProblemProps {
  word: string;
  meetingId: string | undefined;
  download?: string;
  onRetry?: () => void;
}

function Problem({ word, meetingId, download, onRetry }: ProblemProps) {
  const { t } = useTranslation("reader");
  return (
    <main className="rd-problem">
      <h1>{word}</h1>
      {onRetry && <p>{t("open.steps")}</p>}
      <div className="rd-note-acts">
        {onRetry && (
          <button type="button" className="rd-button" onClick={onRetry}>
            {t("open.retry")}
          </button>
        )}
        {download && (
          <a className="rd-button" href={download} download>
            {t("open.download")}
          </a>
        )}
        <Link className="rd-plain" to={meetingId ? `/cuoc-hop/${meetingId}` : "/"}>
          {t("back")}
        </Link>
      </div>
    </main>
  );
}

/** The shape of a page while it is fetched; it shows only after a moment (CSS), so quick papers do not flicker. */
function PageShape() {
  const { t } = useTranslation("reader");
  return (
    <main className="rd-shape" aria-busy="true">
      <p className="rd-sr" role="status">
        {t("loading")}
      </p>
      <div aria-hidden="true" />
    </main>
  );
}
