// On a phone: how many marks there are (opens them in a sheet), and the switch to large letters.
import { IconLetterCase, IconMessages } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { LayeredMark } from "./use-paper-marks.ts";

interface Props {
  marks: readonly LayeredMark[];
  /** Notes that the server did not take. */
  kept: number;
  notesOpen: boolean;
  big: boolean;
  onNotes: () => void;
  onBig: () => void;
}

export function PhoneBar({ marks, kept, notesOpen, big, onNotes, onBig }: Props) {
  const { t } = useTranslation("reader");
  const shared = marks.filter(({ layer }) => layer === "shared").length;
  return (
    <div className="rd-phonebar">
      <button type="button" className="rd-phone-notes" aria-expanded={notesOpen} onClick={onNotes}>
        <IconMessages size={24} stroke={1.75} aria-hidden="true" />
        {kept > 0 ? t("kept.some", { some: kept }) : t("marks.summary", { shared, private: marks.length - shared })}
      </button>
      <button type="button" className="btn" aria-pressed={big} onClick={onBig}>
        <IconLetterCase size={24} stroke={1.75} aria-hidden="true" />
        {big ? t("view.pages") : t("view.big")}
      </button>
    </div>
  );
}
