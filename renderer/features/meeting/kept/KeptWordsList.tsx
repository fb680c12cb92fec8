// Words for the agenda that the server did not take, beside the item they most likely belong to.
import { useTranslation } from "react-i18next";
import { agendaDescription } from "../../../../shared/ydoc/agenda.ts";
import { forgetKeptWords, type KeptWords, useKeptWords } from "../../../sync/kept-words.ts";
import { useRoomPerson } from "../../../sync/use-room.ts";
import { KeptCard } from "../../../ui/KeptCard.tsx";
import type { MeetingView } from "../use-meeting.ts";
import { closestItem } from "./closest-item.ts";

/** Nothing when nothing is kept. */
export function KeptWordsList({ view }: { view: MeetingView }) {
  const kept = useKeptWords(useRoomPerson(), `meeting:${view.meeting.id}`);
  return kept.map((one) => <Kept key={one.id} one={one} view={view} />);
}

function Kept({ one, view }: { one: KeptWords; view: MeetingView }) {
  const { t } = useTranslation("meeting");
  const item = closestItem(one.words, view.items) ?? view.items[0];
  const maySend = view.meeting.may.edit && item !== undefined;
  const sendAgain = (): void => {
    const text = item && agendaDescription(view.agendaRoom.doc, item.id);
    if (!text) return;
    text.insert(text.length, `${text.length > 0 ? "\n" : ""}${one.words}`);
    forgetKeptWords(one.id);
  };
  return (
    <div className="mt-kept">
      <KeptCard
        {...one}
        head={t("kept.head", { reason: t(`kept.reason.${one.reason === "notAllowed" ? "notAllowed" : "other"}`) })}
        current={
          item && {
            label: t("kept.current", { number: item.number }),
            text: [item.title, item.description].filter(Boolean).join("\n"),
          }
        }
        onForget={() => forgetKeptWords(one.id)}
      >
        {maySend && (
          <button type="button" className="btn main" onClick={sendAgain}>
            {t("kept.sendAgain", { number: item.number })}
          </button>
        )}
      </KeptCard>
    </div>
  );
}
