// Where a new note is written; the layer it goes to stands above it.
import { IconLock, IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { NoteInput } from "./NoteInput.tsx";
import type { Layer } from "./use-history.ts";

interface Props {
  layer: Layer;
  mayComment: boolean;
  /** The quoted words a note is being written for. */
  writingOn: string | null;
  /** Words it begins with. */
  start: string;
  onWrite: (text: string) => void;
  onBegin: () => void;
  onCancel: () => void;
}

export function WriteBox({ layer, mayComment, writingOn, start, onWrite, onBegin, onCancel }: Props) {
  const { t } = useTranslation("reader");
  const secret = layer === "private";
  const word = secret ? t("marks.writePrivate") : t("marks.writeShared");
  const allowed = secret || mayComment;
  return (
    <div className={`rd-write${secret ? " pencil" : ""}`}>
      <p className="meta">
        {secret ? <IconLock size={16} aria-hidden="true" /> : <IconUsers size={16} aria-hidden="true" />}
        {secret ? t("marks.onlyMe") : allowed ? t("marks.everybody") : t("marks.mayNotWrite")}
      </p>
      {allowed && writingOn !== null && (
        <>
          <q className="rd-quoted">{writingOn}</q>
          <NoteInput
            key={start}
            label={word}
            start={start}
            send={t("marks.send")}
            onSend={onWrite}
            onCancel={onCancel}
          />
        </>
      )}
      {allowed && writingOn === null && (
        <button type="button" className="rd-begin" onMouseDown={(event) => event.preventDefault()} onClick={onBegin}>
          {word}
        </button>
      )}
    </div>
  );
}
