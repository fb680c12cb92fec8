// The part Cuộc họp: while it is prepared, the agenda with its papers and the check list; later the ruler, the item in
// hand and the floor.
import { IconListNumbers } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AgendaEditor } from "./agenda/AgendaEditor.tsx";
import { AgendaRuler } from "./agenda/AgendaRuler.tsx";
import { ItemSheet } from "./agenda/ItemSheet.tsx";
import { FloorPanel } from "./floor/FloorPanel.tsx";
import { DropZone } from "./papers/DropZone.tsx";
import { FileButton } from "./papers/FileButton.tsx";
import { PaperRow } from "./papers/PaperRow.tsx";
import { UploadList } from "./papers/UploadList.tsx";
import type { PaperWork } from "./papers/use-paper-acts.ts";
import type { Uploads } from "./papers/use-uploads.ts";
import { jumpIds } from "./stage/check-points.ts";
import { CheckList } from "./stage/CheckList.tsx";
import type { MeetingView } from "./use-meeting.ts";

interface MeetingPartProps {
  view: MeetingView;
  work: PaperWork;
  uploads: Uploads;
  onFacts: () => void;
  onPeople: () => void;
}

/** Whoever may edit prepares; everybody else, and everybody once it runs, sees the meeting. */
export function MeetingPart(props: MeetingPartProps) {
  const { meeting } = props.view;
  const [isEditing, setEditing] = useState(meeting.may.edit && meeting.stage === "preparing");
  if (meeting.may.edit && isEditing) return <Prepare {...props} onDone={() => setEditing(false)} />;
  return <Live {...props} onEdit={() => setEditing(true)} />;
}

function Prepare({ view, work, uploads, onFacts, onPeople, onDone }: MeetingPartProps & { onDone: () => void }) {
  const { t } = useTranslation("meeting");
  const papersOf = (itemId: string) => view.papers.filter((one) => one.itemId === itemId && one.status === "ready");
  const known = new Set(view.items.map(({ id }) => id));
  const unsorted = view.papers.filter(
    (one) => one.status === "ready" && (one.itemId === null || !known.has(one.itemId)),
  );
  const below = (itemId: string) => {
    const papers = papersOf(itemId);
    return (
      <DropZone enabled onFiles={(files) => uploads.add(files, itemId)}>
        {papers.length > 0 ? (
          <ul className="sheet mt-papers">
            {papers.map((paper) => (
              <PaperRow key={paper.id} paper={paper} acts={work} mayEdit among={papers} />
            ))}
          </ul>
        ) : (
          <p className="mt-drop-hint">{t("papers.dropOnItem")}</p>
        )}
      </DropZone>
    );
  };
  return (
    <div className="mt-prepare">
      <div className="mt-prepare-main">
        <AgendaEditor view={view} below={below}>
          <FileButton label={t("papers.choose")} onFiles={(files) => uploads.add(files, null)} />
          {view.meeting.stage !== "preparing" && (
            <button type="button" className="btn" onClick={onDone}>
              {t("agenda.done")}
            </button>
          )}
        </AgendaEditor>
        <UploadList uploads={uploads} />
        {unsorted.length > 0 && (
          <section id={jumpIds.unsorted} tabIndex={-1} className="mt-tray" aria-label={t("papers.unsorted")}>
            <p className="cap">
              {t("papers.unsorted")} <span className="meta">{`· ${t("papers.unsortedHint")}`}</span>
            </p>
            <ul className="sheet mt-papers">
              {unsorted.map((paper) => (
                <PaperRow key={paper.id} paper={paper} acts={work} mayEdit among={unsorted} />
              ))}
            </ul>
          </section>
        )}
      </div>
      <CheckList view={view} onFacts={onFacts} onPeople={onPeople} />
    </div>
  );
}

function Live({ view, work, onPeople, onEdit }: MeetingPartProps & { onEdit: () => void }) {
  const { t } = useTranslation("meeting");
  const [chosen, setChosen] = useState<string | null>(null);
  const [isListOpen, setListOpen] = useState(false);
  const { items, floor, meeting } = view;
  const item = items.find(({ id }) => id === (chosen ?? floor.currentItemId)) ?? items[0];
  const choose = (id: string): void => {
    setChosen(id === floor.currentItemId ? null : id);
    setListOpen(false);
  };
  return (
    <div className="mt-live" data-list-open={isListOpen}>
      <AgendaRuler view={view} selectedId={item?.id ?? null} onSelect={choose} />
      <div className="mt-middle">
        <button
          type="button"
          className="btn plain mt-open-list"
          aria-expanded={isListOpen}
          onClick={() => setListOpen(!isListOpen)}
        >
          <IconListNumbers className="i" aria-hidden /> {t("agenda.title")}
          {item && <span className="meta">{t("agenda.of", { number: item.number, count: items.length })}</span>}
        </button>
        {item ? (
          <ItemSheet key={item.id} view={view} item={item} work={work} />
        ) : (
          <div className="mt-empty">
            <h1 className="mt-h2">{t("agenda.empty")}</h1>
            <p>{t("agenda.emptyHint")}</p>
          </div>
        )}
        {meeting.may.edit && (
          <button type="button" className="btn plain" onClick={onEdit}>
            {t("agenda.edit")}
          </button>
        )}
      </div>
      <FloorPanel view={view} onPeople={onPeople} />
    </div>
  );
}
