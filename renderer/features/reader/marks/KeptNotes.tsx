// Notes and replies that the server did not take. Their place on the page went with them, so they are sent again on text
// that is selected anew.
import { useTranslation } from "react-i18next";
import { forgetKeptWords } from "../../../sync/kept-words.ts";
import { KeptCard } from "../../../ui/KeptCard.tsx";
import type { KeptNote } from "./use-kept-notes.ts";

interface Props {
  kept: readonly KeptNote[];
  mayComment: boolean;
  onSendAgain: (note: KeptNote) => void;
}

/** Nothing when nothing is kept. */
export function KeptNotes({ kept, mayComment, onSendAgain }: Props) {
  const { t } = useTranslation("reader");
  if (kept.length === 0) return null;
  return (
    <div className="rd-kept">
      {kept.map((note) => (
        <KeptCard key={note.id} {...note} head={t(`kept.${note.layer}`)} onForget={() => forgetKeptWords(note.id)}>
          {(note.layer === "private" || mayComment) && (
            <button
              type="button"
              className="btn main"
              onMouseDown={(event) => event.preventDefault()} // what is selected on the page stays so
              onClick={() => onSendAgain(note)}
            >
              {t(`kept.sendAgain.${note.layer}`)}
            </button>
          )}
        </KeptCard>
      ))}
    </div>
  );
}
