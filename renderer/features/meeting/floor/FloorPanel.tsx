// Beside the item in hand: who is here, and what the chair does next.
import "./floor.css";
import { useTranslation } from "react-i18next";
import { Coin } from "../../../ui/Coin.tsx";
import { StageButtons } from "../stage/StageButtons.tsx";
import { LeadControls } from "./LeadControls.tsx";
import type { MeetingView } from "../use-meeting.ts";

/** So many coins fit beside the words. */
const COINS_SHOWN = 5;

/** The right column of the meeting. */
export function FloorPanel({ view, onPeople }: { view: MeetingView; onPeople: () => void }) {
  const { t } = useTranslation("meeting");
  const { meeting, floor, participants } = view;
  const isOpen = floor.stage === "live" || floor.stage === "paused";
  const here = participants.filter(({ personId }) => personId in floor.attendance);
  const all = participants.length;
  return (
    <aside className="mt-panel" aria-label={t("floor.here")}>
      {isOpen && (
        <section>
          <h2 className="mt-h3 row between">
            {t("floor.here")} <span className="num">{t("floor.of", { here: here.length, all })}</span>
          </h2>
          <div className="bar" aria-hidden>
            <i style={{ width: `${all === 0 ? 0 : (here.length / all) * 100}%`, background: "var(--ok)" }} />
          </div>
          <div className="row between">
            <div className="stack">
              {here.slice(0, COINS_SHOWN).map(({ personId, fullName }) => (
                <Coin key={personId} personId={personId} fullName={fullName} />
              ))}
            </div>
            <button type="button" className="btn plain" onClick={onPeople}>
              {t("floor.seeAll")}
            </button>
          </div>
        </section>
      )}
      {(meeting.may.edit || meeting.may.lead) && (
        <section>
          <h2 className="mt-h3">{t("floor.lead")}</h2>
          <p className="meta">{t(`stage.${meeting.stage}`)}</p>
          <LeadControls view={view} />
          <StageButtons view={view} mainAllowed={!floor.presentation} />
        </section>
      )}
    </aside>
  );
}
