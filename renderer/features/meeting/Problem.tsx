// The banner under the top edge when words do not reach the server.
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { SyncProblem } from "../../sync/connection-facts.ts";
import { reconnectRooms } from "../../sync/rooms.ts";
import { clockTime } from "../../ui/dates.ts";

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
