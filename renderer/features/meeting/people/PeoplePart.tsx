// The part Đại biểu: who takes part, in which role, who is here; secretaries edit the list.
import "./people.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Participant } from "../../../../shared/protocol/http/schemas.ts";
import { api } from "../../../platform/api.ts";
import { Coin } from "../../../ui/Coin.tsx";
import { clockTime } from "../../../ui/dates.ts";
import { useAct } from "../../../ui/use-act.ts";
import type { MeetingView } from "../use-meeting.ts";
import { PeopleEditor } from "./PeopleEditor.tsx";

/** The whole part. */
export function PeoplePart({ view }: { view: MeetingView }) {
  const { t } = useTranslation("meeting");
  const [isEditing, setEditing] = useState(false);
  const { participants, meeting } = view;
  if (isEditing) return <PeopleEditor view={view} onClose={() => setEditing(false)} />;
  return (
    <section className="mt-part" aria-label={t("people.title")}>
      <div className="row between wrap">
        <h1 className="mt-h2">{t("people.count", { count: participants.length })}</h1>
        {meeting.may.edit && (
          <button type="button" className="btn" onClick={() => setEditing(true)}>
            {t("people.edit")}
          </button>
        )}
      </div>
      {participants.length === 0 && <p className="mt-hint">{t("people.emptyHint")}</p>}
      <ul className="sheet list mt-people">
        {participants.map((one) => (
          <Person key={one.personId} one={one} view={view} />
        ))}
      </ul>
    </section>
  );
}

function Person({ one, view }: { one: Participant; view: MeetingView }) {
  const { t } = useTranslation("meeting");
  const act = useAct();
  const { floor, meeting } = view;
  const since = floor.attendance[one.personId];
  const isOpen = floor.stage === "live" || floor.stage === "paused";
  const checkIn = (): void =>
    act.run(() =>
      api.call("checkIn", { params: { meetingId: meeting.id }, body: { personId: one.personId, present: true } }),
    );
  return (
    <li>
      <Coin personId={one.personId} fullName={one.fullName} />
      <div className="grow">
        <b>{one.fullName}</b>
        <p className="meta">{[one.title, one.organisationName].filter(Boolean).join(" · ")}</p>
      </div>
      <span className="meta">{t(`people.role.${one.role}`)}</span>
      {isOpen && (
        <span className={since ? "tag ok" : "tag"}>
          {since ? t("people.present", { time: clockTime(since, meeting.timeZone) }) : t("people.absent")}
        </span>
      )}
      {isOpen && !since && (meeting.may.lead || meeting.may.edit) && (
        <button
          type="button"
          className="btn plain"
          disabled={act.busy}
          aria-label={t("people.checkInForName", { name: one.fullName })}
          onClick={checkIn}
        >
          {t("people.checkInFor")}
        </button>
      )}
    </li>
  );
}
