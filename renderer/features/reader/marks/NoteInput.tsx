// Writing or changing a note. Its words stay its own until they are sent, so remote edits never move the caret, and an
// input method may retype as it likes; Enter during a composition belongs to the input method.
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  label: string;
  start: string;
  send: string;
  onSend: (text: string) => void;
  onCancel: () => void;
}

/** Longest note, as the server accepts it. */
const MAX_NOTE = 4000;

export function NoteInput({ label, start, send, onSend, onCancel }: Props) {
  const { t } = useTranslation("reader");
  const [text, setText] = useState(start);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (): void => {
    if (text.trim() !== "") onSend(text.trim().normalize("NFC"));
  };
  return (
    <form
      className="rd-input"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        ref={field}
        value={text}
        rows={2}
        maxLength={MAX_NOTE}
        aria-label={label}
        placeholder={label}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape") onCancel();
          if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            submit();
          }
        }}
      />
      <div className="rd-note-acts">
        <button type="submit" className="btn" disabled={text.trim() === ""}>
          {send}
        </button>
        <button type="button" className="btn plain" onClick={onCancel}>
          {t("marks.cancel")}
        </button>
      </div>
    </form>
  );
}
