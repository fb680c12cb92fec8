// Words of this person that the server did not take, beside what stands there now: sent again, copied or deleted by hand.
import "./kept.css";
import { IconArchive } from "@tabler/icons-react";
import { useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { agendaDescription } from "../../../../shared/ydoc/agenda.ts";
import { forgetKeptWords, keptWords, onKeptWords, type KeptWords } from "../../../sync/kept-words.ts";
import { useRoomPerson } from "../../../sync/use-room.ts";
import { clockTime } from "../time.ts";
import type { MeetingView } from "../use-meeting.ts";
import { closestItem } from "./closest-item.ts";

/** Nothing when nothing is kept. */
export function KeptWordsList({ view }: { view: MeetingView }) {
  const me = useRoomPerson();
  const all = useSyncExternalStore(onKeptWords, keptWords);
  const room = `meeting:${view.meeting.id}`;
  return all
    .filter((one) => one.room === room && one.personId === me)
    .map((one) => <Kept key={one.id} one={one} view={view} />);
}

function Kept({ one, view }: { one: KeptWords; view: MeetingView }) {
  const { t } = useTranslation("meeting");
  const [isOpen, setOpen] = useState(true);
  const [isCopied, setCopied] = useState(false);
  const item = closestItem(one.words, view.items) ?? view.items[0];
  const maySend = view.meeting.may.edit && item !== undefined;
  const sendAgain = (): void => {
    const text = item && agendaDescription(view.agendaRoom.doc, item.id);
    if (!text) return;
    text.insert(text.length, `${text.length > 0 ? "\n" : ""}${one.words}`);
    forgetKeptWords(one.id);
  };
  const copy = (): void => void navigator.clipboard.writeText(one.words).then(() => setCopied(true));
  return (
    <section className="sheet mt-kept" aria-label={t("kept.title")}>
      <p className="tag need">
        <IconArchive className="i" aria-hidden /> {t("kept.title")}
      </p>
      <h2>{t("kept.head", { reason: t(`kept.reason.${one.reason === "notAllowed" ? "notAllowed" : "other"}`) })}</h2>
      <p className="mt-soft">{t("kept.why", { time: clockTime(one.at) })}</p>
      {isOpen && (
        <>
          <p className="cap">{t("kept.mine")}</p>
          <p className="mt-kept-words">{one.words}</p>
          {item && (
            <>
              <p className="cap">{t("kept.current", { number: item.number })}</p>
              <p className="mt-kept-current">{[item.title, item.description].filter(Boolean).join("\n")}</p>
            </>
          )}
        </>
      )}
      <div className="row wrap">
        {maySend && (
          <button type="button" className="btn main" onClick={sendAgain}>
            {t("kept.sendAgain", { number: item.number })}
          </button>
        )}
        <button type="button" className="btn" onClick={copy}>
          {t(isCopied ? "kept.copied" : "kept.copy")}
        </button>
        <button type="button" className="btn danger" onClick={() => forgetKeptWords(one.id)}>
          {t("kept.forget")}
        </button>
        <button type="button" className="btn plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? "kept.later" : "kept.show")}
        </button>
      </div>
      <p className="meta">{t("kept.stays")}</p>
    </section>
  );
}
