// Coins of those on the same page, and how many others read this paper.
import { useTranslation } from "react-i18next";
import { Coin } from "../../../ui/Coin.tsx";
import type { People } from "../people.ts";
import type { Reader } from "./use-presence.ts";

/** Coins shown before the rest is counted. */
const SHOWN = 3;

export function WhoIsHere({ readers, people, page }: { readers: readonly Reader[]; people: People; page: number }) {
  const { t } = useTranslation("reader");
  if (readers.length === 0) return null;
  const sorted = [...readers].sort((a, b) => Number(b.pageIndex === page) - Number(a.pageIndex === page));
  const nobodyHere = !readers.some((reader) => reader.pageIndex === page);
  return (
    <div className="rd-here">
      <span className="meta hide-t">{nobodyHere ? t("here.inPaper") : t("here.thisPage")}</span>
      {sorted.slice(0, SHOWN).map((reader) => (
        <Coin
          key={reader.personId}
          fullName={people.get(reader.personId)?.name ?? ""}
          personId={reader.personId}
          label={t("here.person", { name: people.get(reader.personId)?.name ?? "", page: reader.pageIndex + 1 })}
        />
      ))}
      {sorted.length > SHOWN && <span className="meta">+{sorted.length - SHOWN}</span>}
    </div>
  );
}
