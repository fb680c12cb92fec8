// Finds a meeting by its name, place or chairs, typed with or without marks. Arrows choose, Enter opens.
import { useQuery } from "@tanstack/react-query";
import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { MeetingSummary } from "../../shared/protocol/http/schemas.ts";
import { findFolded, foldWithMap } from "../../shared/vietnamese/fold.ts";
import { api } from "../platform/api.ts";
import { clockTime, shortDate } from "../ui/dates.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Failure } from "../ui/Failure.tsx";

/** As many as fit on a screen without scrolling. */
const MOST_SHOWN = 8;

export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("app");
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const meetings = useQuery({ queryKey: ["meetings"], queryFn: () => api.call("meetings", {}) });
  const found = matching(meetings.data?.meetings ?? [], query);
  const open = (meeting: MeetingSummary | undefined) => {
    if (!meeting) return;
    onClose();
    void navigate(`/cuoc-hop/${meeting.id}`);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return; // the keys belong to the input method
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") open(found[chosen]);
    else if (step) setChosen(Math.min(Math.max(0, chosen + step), Math.max(0, found.length - 1)));
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t("search.title")} onClose={onClose}>
      <input
        className="input"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="search-found"
        aria-activedescendant={found[chosen] && `search-${found[chosen].id}`}
        aria-label={t("search.label")}
        placeholder={t("search.label")}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKey}
      />
      <Failure error={meetings.error} />
      <ul id="search-found" role="listbox" aria-label={t("search.found")} className="found">
        {found.map((meeting, at) => (
          <li
            key={meeting.id}
            id={`search-${meeting.id}`}
            role="option"
            aria-selected={at === chosen}
            onClick={() => open(meeting)}
          >
            <b>{meeting.title}</b>
            <span className="meta">{factsOf(meeting)}</span>
          </li>
        ))}
      </ul>
      <p className="meta" role="status">
        {meetings.isSuccess && found.length === 0 && t("search.none")}
      </p>
      <div className="dialog-buttons">
        <button type="button" className="btn" onClick={onClose}>
          {t("close")}
        </button>
      </div>
    </Dialog>
  );
}

function factsOf({ start, timeZone, place }: MeetingSummary): string {
  return [start && `${shortDate(start, timeZone)}, ${clockTime(start, timeZone)}`, place].filter(Boolean).join(" · ");
}

/** The newest first; every meeting while nothing is asked. */
function matching(meetings: readonly MeetingSummary[], query: string): MeetingSummary[] {
  return meetings
    .filter((meeting) => query.trim() === "" || hasIn([meeting.title, meeting.place, ...meeting.chairs], query))
    .sort((a, b) => (b.start ?? "").localeCompare(a.start ?? ""))
    .slice(0, MOST_SHOWN);
}

const hasIn = (texts: readonly string[], query: string) =>
  texts.some((text) => findFolded(foldWithMap(text), text, query).length > 0);
