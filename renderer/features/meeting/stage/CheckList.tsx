// Before the invitations go out: what is there, what is missing, and the button that sends in any case.
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { MeetingView } from "../use-meeting.ts";
import { StageButtons } from "./StageButtons.tsx";

interface CheckListProps {
  view: MeetingView;
  onFacts: () => void;
  onPeople: () => void;
}

interface Point {
  key: string;
  isDone: boolean;
  words: string;
  act?: { words: string; run: () => void };
}

/** The right column while a meeting is prepared. */
export function CheckList({ view, onFacts, onPeople }: CheckListProps) {
  const { t } = useTranslation("meeting");
  const points = usePoints({ view, onFacts, onPeople });
  const left = points.filter(({ isDone }) => !isDone).length;
  return (
    <aside className="mt-check-list" aria-label={t("check.title")}>
      <h2>{t("check.title")}</h2>
      <ul className="list">
        {points.map(({ key, isDone, words, act }) => (
          <li key={key}>
            {isDone ? <IconCheck className="i ok" aria-hidden /> : <IconAlertTriangle className="i need" aria-hidden />}
            <span>{words}</span>
            {act && (
              <button type="button" className="btn plain" onClick={act.run}>
                {act.words}
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-check-foot">
        {view.meeting.stage === "preparing" && (
          <p className="meta">{left > 0 ? t("check.left", { count: left }) : t("check.ready")}</p>
        )}
        <StageButtons view={view} mainAllowed />
      </div>
    </aside>
  );
}

function usePoints({ view, onFacts, onPeople }: CheckListProps): Point[] {
  const { t } = useTranslation("meeting");
  const { meeting, participants, items, papers } = view;
  const hasTime = meeting.start !== null && meeting.place !== "";
  const hasChairs = (["chair", "secretary"] as const).every((role) => participants.some((one) => one.role === role));
  const known = new Set(items.map(({ id }) => id));
  const unsorted = papers.filter(({ itemId, status }) => status === "ready" && (itemId === null || !known.has(itemId)));
  const edit = { words: t(hasTime ? "check.change" : "check.fill"), run: onFacts };
  const people = { words: t(hasChairs ? "check.change" : "check.fill"), run: onPeople };
  return [
    { key: "time", isDone: hasTime, words: t(hasTime ? "check.time" : "check.timeMissing"), act: edit },
    { key: "chairs", isDone: hasChairs, words: t(hasChairs ? "check.chair" : "check.chairMissing"), act: people },
    { key: "people", isDone: participants.length > 0, words: t("check.people", { count: participants.length }) },
    {
      key: "agenda",
      isDone: items.length > 0,
      words: items.length > 0 ? t("check.agenda", { count: items.length }) : t("check.agendaMissing"),
    },
    ...(unsorted.length > 0
      ? [{ key: "unsorted", isDone: false, words: t("check.unsorted", { count: unsorted.length }) }]
      : []),
  ];
}
