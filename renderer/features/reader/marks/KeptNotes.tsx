// Notes and replies on this paper that the server did not take. Their place on the page went with them, so they are sent
// again on text that is selected anew.
import { useTranslation } from "react-i18next";
import { forgetKeptWords, type KeptWords, useKeptWords } from "../../../sync/kept-words.ts";
import { KeptCard } from "../../../ui/KeptCard.tsx";
import type { Layer } from "./use-history.ts";

interface Props {
  paperId: string;
  me: string;
  mayComment: boolean;
  onSendAgain: (kept: KeptWords, layer: Layer) => void;
}

/** Nothing when nothing is kept. */
export function KeptNotes({ paperId, me, mayComment, onSendAgain }: Props) {
  const { t } = useTranslation("reader");
  const ink = useKeptWords(me, `annotations:${paperId}`);
  const pencil = useKeptWords(me, `notes:${paperId}:${me}`);
  const cards = [...ink.map((one) => [one, "shared"] as const), ...pencil.map((one) => [one, "private"] as const)];
  if (cards.length === 0) return null;
  return (
    <div className="rd-kept">
      {cards.map(([one, layer]) => (
        <KeptCard key={one.id} {...one} head={t(`kept.${layer}`)} onForget={() => forgetKeptWords(one.id)}>
          {(layer === "private" || mayComment) && (
            <button
              type="button"
              className="btn main"
              onMouseDown={(event) => event.preventDefault()} // what is selected on the page stays so
              onClick={() => onSendAgain(one, layer)}
            >
              {t(`kept.sendAgain.${layer}`)}
            </button>
          )}
        </KeptCard>
      ))}
    </div>
  );
}
