// The top edge of the meeting: back, which meeting this is, its parts, and whether what was written is saved.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { AccountMenu } from "../../ui/AccountMenu.tsx";
import { SaveState } from "./SaveState.tsx";
import { clockTime, dayAndDate } from "../../ui/dates.ts";
import type { MeetingView } from "./use-meeting.ts";

export const parts = ["meeting", "papers", "people"] as const;
export type Part = (typeof parts)[number];

interface MeetingTopProps {
  view: MeetingView;
  part: Part;
  onPart: (part: Part) => void;
}

/** The header. */
export function MeetingTop({ view, part, onPart }: MeetingTopProps) {
  const { t, i18n } = useTranslation("meeting");
  const { meeting, participants, agendaRoom } = view;
  const chairs = participants.filter(({ role }) => role === "chair").map(({ fullName }) => fullName);
  const when = meeting.start
    ? `${dayAndDate(meeting.start, i18n.language, meeting.timeZone)}, ${clockTime(meeting.start, meeting.timeZone)}`
    : t("top.noTime");
  const facts = [
    when,
    meeting.place || t("top.noPlace"),
    chairs.length > 0 && t("top.chairs", { names: chairs.join(", ") }),
  ];
  return (
    <header className="top">
      <Link className="icon-btn" to="/" aria-label={t("top.home")} title={t("top.home")}>
        <img src="/logo.svg" alt="" width={30} height={30} />
      </Link>
      <div className="where grow">
        <b className="clip">{meeting.title}</b>
        <span className="meta clip mt-block">{facts.filter(Boolean).join(" · ")}</span>
      </div>
      <nav className="mt-tabs" aria-label={t("parts.label")}>
        {parts.map((one) => (
          <button
            key={one}
            type="button"
            {...(one === part && { "aria-current": "page" as const })}
            onClick={() => onPart(one)}
          >
            {t(`parts.${one}`)}
          </button>
        ))}
      </nav>
      {meeting.may.edit && <SaveState facts={agendaRoom.facts} />}
      <AccountMenu small />
    </header>
  );
}
