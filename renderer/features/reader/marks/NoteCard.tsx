// One mark in the margin: who, when, what; answers; what its reader may do with it.
import { IconLock } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Reply } from "../../../../shared/ydoc/marks.ts";
import { Coin } from "../Coin.tsx";
import type { People } from "../people.ts";
import { NoteInput } from "./NoteInput.tsx";
import { timeOf } from "./time.ts";
import type { LayeredMark, PaperMarks } from "./use-paper-marks.ts";

interface Props {
  mark: LayeredMark;
  people: People;
  me: string;
  mayWrite: boolean;
  selected: boolean;
  acts: PaperMarks;
  onSelect: () => void;
}

export function NoteCard({ mark, people, me, mayWrite, selected, acts, onSelect }: Props) {
  const { t } = useTranslation("reader");
  const [writing, setWriting] = useState<"reply" | "edit" | null>(null);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (selected) card.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  const author = people.get(mark.author);
  const mine = mark.author === me;
  const secret = mark.layer === "private";
  const close = (): void => setWriting(null);
  return (
    <article
      ref={card}
      className={`rd-note${secret ? " pencil" : ""}${selected ? " sel" : ""}${mark.resolved ? " done" : ""}`}
      aria-current={selected || undefined}
      aria-label={secret ? t("marks.onlyMe") : t("marks.of", { name: author?.name ?? t("marks.someone") })}
    >
      <header>
        {secret ? <IconLock size={18} stroke={1.75} aria-hidden="true" /> : <Coin person={author} small />}
        <b>{secret ? t("marks.onlyMe") : (author?.name ?? t("marks.someone"))}</b>
        <time className="rd-meta" dateTime={mark.created}>
          {timeOf(mark.created)}
        </time>
      </header>
      <button type="button" className="rd-quote" onClick={onSelect}>
        {mark.quote.exact} <span className="rd-meta">· {t("marks.onPage", { page: mark.pageIndex + 1 })}</span>
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
          {mine && !mark.removed && <Act word={t("marks.remove")} onClick={() => acts.remove(mark.layer, mark.key)} />}
        </div>
      )}
    </article>
  );
}

function Act({ word, onClick }: { word: string; onClick: () => void }) {
  return (
    <button type="button" className="rd-plain" onClick={onClick}>
      {word}
    </button>
  );
}

function NoteText({ text, removed, modified }: { text: string; removed: boolean; modified: string | null }) {
  const { t } = useTranslation("reader");
  if (removed) return <p className="rd-meta">{t("marks.removed")}</p>;
  if (text === "") return null;
  return (
    <p>
      {text} {modified && <span className="rd-meta">({t("marks.edited")})</span>}
    </p>
  );
}

interface ReplyProps {
  reply: Reply;
  people: People;
  mine: boolean;
  layer: LayeredMark["layer"];
  acts: PaperMarks;
}

function ReplyLine({ reply, people, mine, layer, acts }: ReplyProps) {
  const { t } = useTranslation("reader");
  const [editing, setEditing] = useState(false);
  const author = people.get(reply.author);
  return (
    <div className="rd-reply">
      <header>
        <Coin person={author} small />
        <b>{author?.name ?? t("marks.someone")}</b>
        <time className="rd-meta" dateTime={reply.created}>
          {timeOf(reply.created)}
        </time>
      </header>
      {editing ? (
        <NoteInput
          label={t("marks.edit")}
          start={reply.text}
          send={t("marks.save")}
          onCancel={() => setEditing(false)}
          onSend={(text) => {
            acts.edit(layer, reply.key, text);
            setEditing(false);
          }}
        />
      ) : (
        <NoteText text={reply.text} removed={reply.removed} modified={reply.modified} />
      )}
      {mine && !editing && !reply.removed && (
        <div className="rd-note-acts">
          <Act word={t("marks.edit")} onClick={() => setEditing(true)} />
          <Act word={t("marks.remove")} onClick={() => acts.remove(layer, reply.key)} />
        </div>
      )}
    </div>
  );
}
