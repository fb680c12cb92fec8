// The margin: every mark of the paper, filtered by layer and person, and the place to write a new one.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { People } from "../people.ts";
import { KeptNotes } from "./KeptNotes.tsx";
import { NoteList } from "./NoteList.tsx";
import type { Layer } from "./use-history.ts";
import type { KeptNote } from "./use-kept-notes.ts";
import type { LayeredMark, PaperMarks } from "./use-paper-marks.ts";
import { WriteBox } from "./WriteBox.tsx";

interface Props {
  kept: readonly KeptNote[];
  marks: PaperMarks;
  people: People;
  me: string;
  mayComment: boolean;
  layer: Layer;
  selected: string | null;
  /** The quoted words a note is being written for. */
  writingOn: string | null;
  /** Words it begins with. */
  start: string;
  onSelect: (mark: LayeredMark) => void;
  onWrite: (text: string) => void;
  onBegin: () => void;
  onCancel: () => void;
  onSendAgain: (note: KeptNote) => void;
}

type Filter = "all" | Layer;

export function NoteMargin(props: Props) {
  const { t } = useTranslation("reader");
  const { marks, people } = props;
  const [filter, setFilter] = useState<Filter>("all");
  const [person, setPerson] = useState("");
  const [openOnly, setOpenOnly] = useState(false);
  const count = (layer: Layer): number => marks.marks.filter((mark) => mark.layer === layer).length;
  const authors = [...new Set(marks.marks.filter((mark) => mark.layer === "shared").map((mark) => mark.author))];
  const known = authors.includes(person) ? person : "";
  const settled = marks.marks.filter((mark) => mark.resolved).length;
  const shown = marks.marks.filter(
    (mark) =>
      (filter === "all" || mark.layer === filter) &&
      (known === "" || mark.author === known) &&
      !(openOnly && mark.resolved),
  );
  const words: [Filter, string][] = [
    ["all", t("marks.all")],
    ["shared", t("marks.shared", { count: count("shared") })],
    ["private", t("marks.private", { count: count("private") })],
  ];
  return (
    <>
      <div className="seg" role="group" aria-label={t("marks.label")}>
        {words.map(([value, word]) => (
          <button
            key={value}
            type="button"
            aria-pressed={filter === value}
            className={filter === value ? "on" : ""}
            onClick={() => setFilter(value)}
          >
            {word}
          </button>
        ))}
      </div>
      {(authors.length > 1 || settled > 0) && (
        <div className="rd-filters">
          {authors.length > 1 && <PersonFilter {...{ authors, people }} value={known} onChange={setPerson} />}
          {settled > 0 && (
            <label className="rd-check">
              <input type="checkbox" checked={openOnly} onChange={(event) => setOpenOnly(event.target.checked)} />
              {t("marks.openOnly")}
            </label>
          )}
        </div>
      )}
      <KeptNotes {...props} />
      <NoteList {...props} shown={shown} />
      <WriteBox {...props} />
    </>
  );
}

interface PersonFilterProps {
  authors: readonly string[];
  people: People;
  value: string;
  onChange: (personId: string) => void;
}

function PersonFilter({ authors, people, value, onChange }: PersonFilterProps) {
  const { t } = useTranslation("reader");
  const name = (id: string): string => people.get(id)?.name ?? t("marks.someone");
  const sorted = [...authors].sort((a, b) => name(a).localeCompare(name(b), "vi"));
  return (
    <select
      className="rd-person"
      aria-label={t("marks.person")}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t("marks.everyone")}</option>
      {sorted.map((id) => (
        <option key={id} value={id}>
          {name(id)}
        </option>
      ))}
    </select>
  );
}
