// One mark in the margin: who, when, what; answers; what its reader may do with it.
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Coin } from "../../../ui/Coin.tsx";
import { useCoinColours } from "../../../ui/coin-colour.ts";
import { fillOf, type People } from "../people.ts";
import { Act, NoteText } from "./NoteParts.tsx";
import { NoteInput } from "./NoteInput.tsx";
import { ReplyLine } from "./ReplyLine.tsx";
import { timeOrDay } from "../../../ui/dates.ts";
import { TintPicker } from "./TintPicker.tsx";
import type { LayeredMark, PaperMarks } from "./use-paper-marks.ts";

interface Props {
  mark: LayeredMark;
  /** Which of how many notes this is, for those who hear the list. */
  place: { at: number; of: number };
  people: People;
  me: string;
  mayWrite: boolean;
  selected: boolean;
  acts: PaperMarks;
  onSelect: (mark: LayeredMark) => void;
}

export function NoteCard({ mark, place, people, me, mayWrite, selected, acts, onSelect }: Props) {
  const { t } = useTranslation("reader");
  const [writing, setWriting] = useState<"reply" | "edit" | "tint" | null>(null);
  const colourOf = useCoinColours();
  const author = people.get(mark.author);
  const mine = mark.author === me;
  const secret = mark.layer === "private";
  const close = (): void => setWriting(null);
  return (
    <article
      className={`cm${secret ? " mine" : ""}${selected ? " sel" : ""}${mark.resolved ? " done" : ""}`}
      aria-current={selected || undefined}
      aria-posinset={place.at}
      aria-setsize={place.of}
      aria-label={secret ? t("marks.onlyMe") : t("marks.of", { name: author?.name ?? t("marks.someone") })}
    >
      <header>
        {secret ? (
          <IconLock size={18} stroke={1.75} aria-hidden="true" />
        ) : (
          <Coin personId={mark.author} fullName={author?.name ?? ""} size="s" />
        )}
        <b>{secret ? t("marks.onlyMe") : (author?.name ?? t("marks.someone"))}</b>
        <time className="meta" dateTime={mark.created}>
          {timeOrDay(mark.created)}
        </time>
      </header>
      <button type="button" className="rd-quote" onClick={() => onSelect(mark)}>
        {mark.quote.exact} <span className="meta">· {t("marks.onPage", { page: mark.pageIndex + 1 })}</span>
      </button>
      {writing === "edit" ? (
        <NoteInput
          label={t("marks.edit")}
          start={mark.text}
          send={t("marks.save")}
          onCancel={close}
          onSend={(text) => {
            acts.edit(mark.layer, mark.key, text);
            close();
          }}
        />
      ) : (
        <NoteText text={mark.text} removed={mark.removed} modified={mark.modified} />
      )}
      {mark.replies.map((reply) => (
        <ReplyLine
          key={reply.key}
          reply={reply}
          people={people}
          mine={reply.author === me}
          layer={mark.layer}
          acts={acts}
        />
      ))}
      {mark.resolved && <p className="rd-resolved">{t("marks.resolve")}</p>}
      {writing === "reply" && (
        <NoteInput
          label={t("marks.writeReply")}
          start=""
          send={t("marks.send")}
          onCancel={close}
          onSend={(text) => {
            acts.reply(mark.layer, mark.key, text);
            close();
          }}
        />
      )}
      {writing === "tint" && (
        <TintPicker
          value={mark.colour}
          own={fillOf(colourOf(mark.author))}
          onChange={(colour) => {
            acts.tint(mark.layer, mark.key, colour);
            close();
          }}
        />
      )}
      {mayWrite && writing === null && (
        <div className="rd-note-acts">
          {!secret && <Act word={t("marks.reply")} onClick={() => setWriting("reply")} />}
          {!secret && (
            <Act
              word={mark.resolved ? t("marks.reopen") : t("marks.resolve")}
              onClick={() => acts.resolve(mark.layer, mark.key, !mark.resolved)}
            />
          )}
          {mine && !mark.removed && <Act word={t("marks.edit")} onClick={() => setWriting("edit")} />}
          {mine && !mark.removed && <Act word={t("marks.colour")} onClick={() => setWriting("tint")} />}
          {mine && !mark.removed && <Act word={t("marks.remove")} onClick={() => acts.remove(mark.layer, mark.key)} />}
        </div>
      )}
    </article>
  );
}
