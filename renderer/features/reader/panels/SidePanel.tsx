// Pages and outline beside the paper.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PageView, Turn } from "../engine/page-view.ts";
import type { PaperFile } from "../engine/paper-file.ts";
import type { OutlineEntry } from "../engine/paper-ways.ts";
import { useStable } from "../use-stable.ts";
import { Thumbnail } from "./Thumbnail.tsx";

interface Props {
  file: PaperFile;
  views: readonly PageView[];
  turn: Turn;
  page: number;
  onPage: (page: number) => void;
}

export function SidePanel({ file, views, turn, page, onPage }: Props) {
  const { t } = useTranslation("reader");
  const choose = useStable(onPage);
  const [part, setPart] = useState<"pages" | "outline">("pages");
  return (
    <>
      <div className="rd-parts">
        <button type="button" aria-pressed={part === "pages"} onClick={() => setPart("pages")}>
          {t("panel.pages")}
        </button>
        <button type="button" aria-pressed={part === "outline"} onClick={() => setPart("outline")}>
          {t("panel.outline")}
        </button>
      </div>
      {part === "pages" ? (
        <ol className="rd-thumbs">
          {views.map((view, index) => (
            <Thumbnail key={index} {...{ file, view, index, turn, current: index === page }} onPage={choose} />
          ))}
        </ol>
      ) : (
        <Outline file={file} onPage={onPage} />
      )}
    </>
  );
}

function Outline({ file, onPage }: { file: PaperFile; onPage: (page: number) => void }) {
  const { t } = useTranslation("reader");
  const [entries, setEntries] = useState<readonly OutlineEntry[] | null>(null);
  useEffect(() => {
    let stopped = false;
    file.outline().then(
      (read) => !stopped && setEntries(read),
      () => !stopped && setEntries([]),
    );
    return () => void (stopped = true);
  }, [file]);
  if (entries?.length === 0) return <p className="rd-empty">{t("panel.noOutline")}</p>;
  return <OutlineList entries={entries ?? []} onPage={onPage} />;
}

function OutlineList({ entries, onPage }: { entries: readonly OutlineEntry[]; onPage: (page: number) => void }) {
  return (
    <ol className="rd-outline">
      {entries.map((entry, i) => (
        <li key={i}>
          <button
            type="button"
            disabled={entry.page === null}
            onClick={() => entry.page !== null && onPage(entry.page)}
          >
            {entry.title}
          </button>
          {entry.children.length > 0 && <OutlineList entries={entry.children} onPage={onPage} />}
        </li>
      ))}
    </ol>
  );
}
