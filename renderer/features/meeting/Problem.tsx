// The banner under the top edge when words do not reach the server.
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { SyncProblem } from "../../sync/connection-facts.ts";
import { reconnectRooms } from "../../sync/rooms.ts";
import { LostBanner } from "../../ui/LostBanner.tsx";

/** Nothing when there is no problem. */
export function ProblemBanner({ problem }: { problem: SyncProblem | null }) {
  const { t } = useTranslation("meeting");
  if (!problem) return <span hidden />;
  if (problem.kind === "offline") {
    return <LostBanner since={problem.since} text={t("problem.offlineHint")} onReconnect={reconnectRooms} />;
  }
  return (
    <div className="banner" role="status">
      <IconPlugConnectedX className="i" aria-hidden />
      <p className="grow">
        <b>{t(`problem.${problem.kind}`)}</b> {t(`problem.${problem.kind}Hint`)}
      </p>
    </div>
  );
}
