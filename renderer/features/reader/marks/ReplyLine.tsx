// One answer below a note.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Reply } from "../../../../shared/ydoc/marks.ts";
import { Coin } from "../../../ui/Coin.tsx";
import type { People } from "../people.ts";
import { NoteInput } from "./NoteInput.tsx";
import { Act, NoteText } from "./NoteParts.tsx";
import { timeOrDay } from "../../../ui/dates.ts";
import type { LayeredMark, PaperMarks } from "./use-paper-marks.ts";

interface ReplyProps {
  reply: Reply;
  people: People;
  mine: boolean;
  layer: LayeredMark["layer"];
  acts: PaperMarks;
}

/** One answer. */
export function ReplyLine({ reply, people, mine, layer, acts }: ReplyProps) {
  const { t } = useTranslation("reader");
  const [editing, setEditing] = useState(false);
  const author = people.get(reply.author);
  return (
    <div className="rd-reply">
      <header>
        <Coin personId={reply.author} fullName={author?.name ?? ""} size="s" />
        <b>{author?.name ?? t("marks.someone")}</b>
        <time className="meta" dateTime={reply.created}>
          {timeOrDay(reply.created)}
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
