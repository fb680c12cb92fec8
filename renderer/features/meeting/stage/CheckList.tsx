// Before the invitations go out: what is there, what is missing and a way to it, and the button that sends in any case.
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { MeetingView } from "../use-meeting.ts";
import { checkPoints, type Jump } from "./check-points.ts";
import { StageButtons } from "./StageButtons.tsx";

interface CheckListProps {
  view: MeetingView;
  onFacts: () => void;
  onPeople: () => void;
}

/** The right column while a meeting is prepared. */
export function CheckList({ view, onFacts, onPeople }: CheckListProps) {
  const { t } = useTranslation("meeting");
  const points = checkPoints(view);
  const { stage } = view.meeting;
  const title = stage === "preparing" ? t("check.title") : t(`stage.${stage}`);
  const left = points.filter(({ isDone }) => !isDone).length;
  const go = (jump: Jump): void => {
    if (jump.to === "facts") onFacts();
    else if (jump.to === "people") onPeople();
    else focusOn(jump.id);
  };
  return (
    <aside className="mt-check-list" aria-label={title}>
      <div className="mt-check-points">
        <h2>{title}</h2>
        <ul className="list">
          {points.map(({ key, isDone, words, values, jump }) => (
            <li key={key}>
              {isDone ? (
                <IconCheck className="i ok" aria-hidden />
              ) : (
                <IconAlertTriangle className="i need" aria-hidden />
              )}
              <span>{t(`check.${words}`, values ?? {})}</span>
              {jump && (
                <button
                  type="button"
                  className="btn plain"
                  aria-label={`${t(`check.${actOf(key, isDone)}`)}: ${t(`check.${words}`, values ?? {})}`}
                  onClick={() => go(jump)}
                >
                  {t(`check.${actOf(key, isDone)}`)}
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div className="mt-check-foot">
        {stage === "preparing" && (
          <p className="meta">{left > 0 ? t("check.left", { count: left }) : t("check.ready")}</p>
        )}
        <StageButtons view={view} mainAllowed />
      </div>
    </aside>
  );
}

function actOf(key: string, isDone: boolean): "change" | "see" | "fill" {
  if (isDone) return "change";
  return key === "unsorted" ? "see" : "fill";
}

function focusOn(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: "center" });
  element?.focus({ preventScroll: true });
}
