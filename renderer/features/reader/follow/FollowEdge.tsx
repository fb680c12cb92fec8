// The table edge under the paper: the item in hand, who presents, and whether this window goes along.
import { IconPresentation } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Meeting, Paper } from "../../../../shared/protocol/http/schemas.ts";
import type { Floor } from "../../../../shared/ydoc/floor.ts";
import { Coin } from "../../../ui/Coin.tsx";
import { TableEdge } from "../../../ui/TableEdge.tsx";
import { type People, shortName } from "../people.ts";
import type { Follow } from "./use-follow.ts";
import { useItemWords } from "./use-item-words.ts";

interface Props {
  follow: Follow;
  floor: Floor;
  people: People;
  meeting: Meeting;
  papers: readonly Paper[];
  paperId: string;
  page: number;
  pageCount: number;
  onOtherPaper: (paperId: string) => void;
}

/** Exists only while the meeting is live. */
export function FollowEdge(props: Props) {
  const { follow, floor, people, meeting, papers, paperId, page, pageCount, onOtherPaper } = props;
  const { t } = useTranslation("reader");
  const item = useItemWords(meeting, floor);
  const { presentation, following, leading } = follow;
  const presenter = presentation ? people.get(presentation.presenterId) : undefined;
  const name = shortName(presenter?.name ?? t("marks.someone"));
  const elsewhere = presentation !== null && presentation.paperId !== paperId;
  const other = papers.find(({ id }) => id === presentation?.paperId);
  return (
    <TableEdge
      label={t("follow.edge")}
      title={item.title}
      detail={item.detail}
      presenting={{ title: headline(), detail: detail() }}
      coin={presentation && <Coin personId={presentation.presenterId} fullName={presenter?.name ?? ""} />}
    >
      {elsewhere && other && (
        <Button main word={t("follow.goThere")} onClick={() => onOtherPaper(presentation.paperId)} />
      )}
      {presentation && !elsewhere && !leading && (
        <Button
          main
          word={following ? t("follow.stop") : t("follow.follow")}
          onClick={following ? follow.stop : follow.resume}
        />
      )}
      {meeting.may.lead && !leading && (
        <button type="button" className="btn rd-present" onClick={follow.start}>
          <IconPresentation size={22} aria-hidden="true" />
          <span>{t("follow.present")}</span>
        </button>
      )}
      {leading && <Button word={t("follow.end")} onClick={follow.end} />}
    </TableEdge>
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
    if (elsewhere) return other ? [other.number, other.title].filter(Boolean).join(" · ") : t("follow.unseen");
    if (presentation) return t("follow.at", { name, page: presentation.pageIndex + 1 });
    return t("page.where", { page: page + 1, count: pageCount });
  }
}

function Button({ word, main, onClick }: { word: string; main?: boolean; onClick: () => void }) {
  return (
    <button type="button" className={`btn${main ? " main" : ""}`} onClick={onClick}>
      {word}
    </button>
  );
}
