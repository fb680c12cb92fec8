// The margin: every mark of the paper, filtered by layer and person, and the place to write a new one.
import { IconLock, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { People } from "../people.ts";
import { NoteCard } from "./NoteCard.tsx";
import { NoteInput } from "./NoteInput.tsx";
import type { LayeredMark, Layer, PaperMarks } from "./use-paper-marks.ts";

interface Props {
  marks: PaperMarks;
  people: People;
  me: string;
  mayComment: boolean;
  layer: Layer;
  selected: string | null;
  /** The quoted words a note is being written for. */
  writingOn: string | null;
  onSelect: (mark: LayeredMark) => void;
  onWrite: (text: string) => void;
  onBegin: () => void;
  onCancel: () => void;
}

type Filter = "all" | Layer;

export function NoteMargin(props: Props) {
  const { t } = useTranslation("reader");
  const { marks, people, me, mayComment, selected, onSelect } = props;
  const [filter, setFilter] = useState<Filter>("all");
  const [person, setPerson] = useState("");
  const count = (layer: Layer): number => marks.marks.filter((mark) => mark.layer === layer).length;
  const authors = [...new Set(marks.marks.filter((mark) => mark.layer === "shared").map((mark) => mark.author))];
  const known = authors.includes(person) ? person : "";
  const shown = marks.marks.filter(
    (mark) => (filter === "all" || mark.layer === filter) && (known === "" || mark.author === known),
  );
  const words: [Filter, string][] = [
    ["all", t("marks.all")],
    ["shared", t("marks.shared", { count: count("shared") })],
    ["private", t("marks.private", { count: count("private") })],
  ];
  return (
    <>
      <div className="rd-seg" role="group" aria-label={t("marks.label")}>
        {words.map(([value, word]) => (
          <button key={value} type="button" aria-pressed={filter === value} onClick={() => setFilter(value)}>
            {word}
          </button>
        ))}
      </div>
      {authors.length > 1 && (
        <select
          className="rd-person"
          aria-label={t("marks.person")}
          value={known}
          onChange={(event) => setPerson(event.target.value)}
        >
          <option value="">{t("marks.everyone")}</option>
          {authors.map((id) => (
            <option key={id} value={id}>
              {people.get(id)?.name ?? t("marks.someone")}
            </option>
          ))}
        </select>
      )}
      <div className="rd-notes-list">
        {shown.length === 0 && <p className="rd-empty">{t("marks.empty")}</p>}
        {shown.map((mark) => (
          <NoteCard
            key={mark.key}
            mark={mark}
            people={people}
            me={me}
            mayWrite={mark.layer === "private" || mayComment}
            selected={mark.key === selected}
            acts={marks}
            onSelect={() => onSelect(mark)}
          />
        ))}
      </div>
      <WriteBox {...props} />
    </>
  );
}

function WriteBox({ layer, mayComment, writingOn, onWrite, onBegin, onCancel }: Props) {
  const { t } = useTranslation("reader");
  const secret = layer === "private";
  const word = secret ? t("marks.writePrivate") : t("marks.writeShared");
  const allowed = secret || mayComment;
  return (
    <div className={`rd-write${secret ? " pencil" : ""}`}>
      <p className="rd-meta">
        {secret ? <IconLock size={16} aria-hidden="true" /> : <IconUsers size={16} aria-hidden="true" />}
        {secret ? t("marks.onlyMe") : allowed ? t("marks.everybody") : t("marks.mayNotWrite")}
      </p>
      {allowed && writingOn !== null && (
        <>
          <q className="rd-quoted">{writingOn}</q>
          <NoteInput label={word} start="" send={t("marks.send")} onSend={onWrite} onCancel={onCancel} />
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
