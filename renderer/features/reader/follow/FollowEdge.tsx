// The table edge under the paper: what the meeting shows, and whether this window goes along.
import { IconPresentation } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Coin } from "../Coin.tsx";
import { type People, shortName } from "../people.ts";
import type { Follow } from "./use-follow.ts";

interface Props {
  follow: Follow;
  people: People;
  paperId: string;
  page: number;
  pageCount: number;
  mayLead: boolean;
  onOtherPaper: (paperId: string) => void;
}

/** Exists only while the meeting is live. */
export function FollowEdge({ follow, people, paperId, page, pageCount, mayLead, onOtherPaper }: Props) {
  const { t } = useTranslation("reader");
  const { presentation, following, leading } = follow;
  const presenter = presentation ? people.get(presentation.presenterId) : undefined;
  const name = shortName(presenter?.name ?? "");
  const elsewhere = presentation !== null && presentation.paperId !== paperId;
  return (
    <footer className="rd-edge">
      <span className="rd-live rd-wide">{t("follow.live")}</span>
      {presentation && <Coin person={presenter} />}
      <div className="rd-edge-words" role="status">
        <b>{headline()}</b>
        <span className="rd-meta">{detail()}</span>
      </div>
      {elsewhere && <Button main word={t("follow.goThere")} onClick={() => onOtherPaper(presentation.paperId)} />}
      {presentation && !elsewhere && !leading && (
        <Button
          main
          word={following ? t("follow.stop") : t("follow.follow")}
          onClick={following ? follow.stop : follow.resume}
        />
      )}
      {mayLead && !leading && (
        <button type="button" className="rd-edge-button" onClick={follow.start}>
          <IconPresentation size={22} aria-hidden="true" />
          {t("follow.present")}
        </button>
      )}
      {leading && <Button word={t("follow.end")} onClick={follow.end} />}
    </footer>
  );

  function headline(): string {
    if (!presentation) return t("follow.none");
    if (leading) return t("follow.presenting");
    if (elsewhere) return t("follow.otherPaper", { name });
    return following ? t("follow.following", { name }) : t("follow.alone");
  }

  function detail(): string {
    if (follow.failed) return t("follow.failed");
    if (leading) return t("follow.presentingHint", { page: page + 1, count: pageCount });
    if (following) return t("follow.hint", { page: page + 1, count: pageCount });
    if (presentation && !elsewhere) return t("follow.at", { name, page: presentation.pageIndex + 1 });
    return t("page.where", { page: page + 1, count: pageCount });
  }
}

function Button({ word, main, onClick }: { word: string; main?: boolean; onClick: () => void }) {
  return (
    <button type="button" className={`rd-edge-button${main ? " main" : ""}`} onClick={onClick}>
      {word}
    </button>
  );
}
