// What a note and its answers have in common.
import { useTranslation } from "react-i18next";

/** Something its reader may do with a note. */
export function Act({ word, onClick }: { word: string; onClick: () => void }) {
  return (
    <button type="button" className="btn plain" onClick={onClick}>
      {word}
    </button>
  );
}

/** The words of a note or an answer, or that its author took them back. */
export function NoteText({ text, removed, modified }: { text: string; removed: boolean; modified: string | null }) {
  const { t } = useTranslation("reader");
  if (removed) return <p className="meta">{t("marks.removed")}</p>;
  if (text === "") return null;
  return (
    <p>
      {text} {modified && <span className="meta">({t("marks.edited")})</span>}
    </p>
  );
}
