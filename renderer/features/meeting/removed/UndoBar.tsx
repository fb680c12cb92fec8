// Offers to take back what was just removed; goes by itself, since the list of what was removed stays.
import "./removed.css";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

/** Long enough to read it and reach the button. */
const SHOWN_MS = 10_000;

interface UndoBarProps {
  words: string;
  onRestore: () => void;
  onGone: () => void;
}

/** Shown as long as it is rendered; give it a `key` per removed thing. */
export function UndoBar({ words, onRestore, onGone }: UndoBarProps) {
  const { t } = useTranslation("meeting");
  const gone = useRef(onGone);
  useEffect(() => void (gone.current = onGone));
  useEffect(() => {
    const timer = setTimeout(() => gone.current(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="mt-undo-bar" role="status">
      <span className="clip">{words}</span>
      <button type="button" className="btn" onClick={onRestore}>
        {t("agenda.restore")}
      </button>
    </div>
  );
}
