// Words of this person that the server did not take: why, when they were written, and what can be done with them.
import "./kept.css";
import { IconArchive } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "./CopyButton.tsx";
import { clockTime } from "./dates.ts";

interface KeptCardProps {
  head: string;
  words: string;
  /** ISO instant of writing. */
  at: string;
  /** What stands there now, to compare with. */
  current?: { label: string; text: string } | undefined;
  onForget: () => void;
  /** The act that sends them again. */
  children?: ReactNode;
}

export function KeptCard({ head, words, at, current, onForget, children }: KeptCardProps) {
  const { t } = useTranslation("ui");
  const [isOpen, setOpen] = useState(true);
  return (
    <section className="sheet kept" aria-label={t("kept.title")}>
      <p className="tag need">
        <IconArchive className="i" aria-hidden /> {t("kept.title")}
      </p>
      <h2>{head}</h2>
      <p className="meta">{t("kept.why", { time: clockTime(at) })}</p>
      {isOpen && (
        <>
          <p className="cap">{t("kept.mine")}</p>
          <p className="kept-words">{words}</p>
          {current && (
            <>
              <p className="cap">{current.label}</p>
              <p className="kept-current">{current.text}</p>
            </>
          )}
        </>
      )}
      <div className="row wrap">
        {children}
        <CopyButton text={words} />
        <button type="button" className="btn danger" onClick={onForget}>
          {t("kept.forget")}
        </button>
        <button type="button" className="btn plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? "kept.later" : "kept.show")}
        </button>
      </div>
      <p className="meta">{t("kept.stays")}</p>
    </section>
  );
}
