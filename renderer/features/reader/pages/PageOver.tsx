// What lies on one page in sight: finds, marks, the words a note is being written for, and others' pointers.
import type { PageView } from "../engine/page-view.ts";
import type { PaperFile } from "../engine/paper-file.ts";
import { MarkLayer } from "../marks/MarkLayer.tsx";
import type { Marking } from "../marks/use-marking.ts";
import type { LayeredMark } from "../marks/use-paper-marks.ts";
import type { People } from "../people.ts";
import { Pointers } from "../presence/Pointers.tsx";
import type { Reader } from "../presence/use-presence.ts";
import { FindLayer } from "../search/FindLayer.tsx";
import type { Finding } from "../search/use-finding.ts";
import { PendingLayer } from "./PendingLayer.tsx";

interface Props {
  file: PaperFile;
  index: number;
  view: PageView;
  people: People;
  marks: readonly LayeredMark[];
  marking: Marking;
  readers: readonly Reader[];
  finds: Finding["shown"];
  onSelect: (key: string) => void;
}

export function PageOver({ file, index, view, people, marks, marking, readers, finds, onSelect }: Props) {
  const selected = marks.some(({ key }) => key === marking.selected) ? marking.selected : null;
  return (
    <>
      <FindLayer {...{ file, view, index, finds }} />
      <MarkLayer {...{ marks, view, people, selected, onSelect }} />
      {marking.pending
        .filter(({ pageIndex }) => pageIndex === index)
        .map(({ quads }, i) => (
          <PendingLayer key={i} quads={quads} view={view} />
        ))}
      <Pointers readers={readers} people={people} page={index} />
    </>
  );
}
