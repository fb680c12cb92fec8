// The banner under the top edge when words do not reach the server, and the words that were kept aside.
import { IconArchive, IconPlugConnectedX } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { SyncProblem } from "../../sync/connection-facts.ts";
import { forgetKeptWords, keptWords, onKeptWords } from "../../sync/kept-words.ts";
import { reconnectRooms } from "../../sync/rooms.ts";
import { useRoomPerson } from "../../sync/use-room.ts";
import { clockTime } from "./time.ts";

/** Nothing when there is no problem. */
export function ProblemBanner({ problem }: { problem: SyncProblem | null }) {
  const { t } = useTranslation("meeting");
  if (!problem) return <span hidden />;
  const time = problem.kind === "offline" ? clockTime(problem.since) : "";
  return (
    <div className="banner" role="status">
      <IconPlugConnectedX className="i" aria-hidden />
      <p className="grow">
        <b>{t(`problem.${problem.kind}`, { time })}</b> {t(`problem.${problem.kind}Hint`)}
      </p>
      {problem.kind === "offline" && (
        <button type="button" className="btn plain" onClick={reconnectRooms}>
          {t("problem.reconnect")}
        </button>
      )}
    </div>
  );
}

/** The words of this person that the server did not take, in the rooms named. */
export function KeptWordsList({ room }: { room: string }) {
  const { t } = useTranslation("meeting");
  const me = useRoomPerson();
  const all = useSyncExternalStore(onKeptWords, keptWords);
  return all
    .filter((one) => one.room === room && one.personId === me)
    .map((one) => (
      <section key={one.id} className="sheet mt-kept">
        <p className="tag need">
          <IconArchive className="i" aria-hidden /> {t("kept.title")}
        </p>
        <p className="mt-soft">{t("kept.why", { time: clockTime(one.at) })}</p>
        <p className="cap">{t("kept.mine")}</p>
        <p className="mt-kept-words">{one.words}</p>
        <div className="row wrap">
          <button type="button" className="btn" onClick={() => void navigator.clipboard.writeText(one.words)}>
            {t("kept.copy")}
          </button>
          <button type="button" className="btn danger" onClick={() => forgetKeptWords(one.id)}>
            {t("kept.forget")}
          </button>
        </div>
      </section>
    ));
}
