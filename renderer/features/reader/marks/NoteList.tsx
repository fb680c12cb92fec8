// The notes of the margin in order of place. Only those in sight exist, since a paper may carry thousands.
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { People } from "../people.ts";
import { NoteCard } from "./NoteCard.tsx";
import type { LayeredMark, PaperMarks } from "./use-paper-marks.ts";

interface Props {
  shown: readonly LayeredMark[];
  marks: PaperMarks;
  people: People;
  me: string;
  mayComment: boolean;
  selected: string | null;
  onSelect: (mark: LayeredMark) => void;
}

/** A note of one line and its buttons; real heights are measured. */
const USUAL_HEIGHT = 132;
const GAP = 10;

export function NoteList({ shown, marks, people, me, mayComment, selected, onSelect }: Props) {
  const { t } = useTranslation("reader");
  const list = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing of it is handed to anything memoized
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => list.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => shown[index]?.key ?? index,
    gap: GAP,
    overscan: 4,
  });
  const at = shown.findIndex(({ key }) => key === selected);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: "auto" });
    // Only another selection moves the list; marks that arrive meanwhile do not.
  }, [selected]); // eslint-disable-line react-hooks/exhaustive-deps -- see above
  return (
    <div className="rd-notes-list" ref={list} role="feed" aria-label={t("marks.label")}>
      {shown.length === 0 && (
        <p className="rd-empty">
          {t(marks.marks.length > 0 ? "marks.noneHere" : mayComment ? "marks.empty" : "marks.emptyReader")}
        </p>
      )}
      <div className="rd-notes-all" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const mark = shown[index];
          return (
            mark && (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className="rd-notes-row"
                style={{ transform: `translateY(${start}px)` }}
              >
                <NoteCard
                  mark={mark}
                  place={{ at: index + 1, of: shown.length }}
                  people={people}
                  me={me}
                  mayWrite={mark.layer === "private" || mayComment}
                  selected={mark.key === selected}
                  acts={marks}
                  onSelect={onSelect}
                />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
