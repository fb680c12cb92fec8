// The save state of the agenda as facts kept apart: on this device, at the server and how long ago, what stands in the way.
import { IconAlertTriangle, IconCheck, IconChecks, IconClock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ConnectionFacts } from "../../sync/connection-facts.ts";
import { minutesSince } from "../../ui/dates.ts";
import { useNow } from "./use-now.ts";

/** Two lines; on a phone one sign that opens them. */
export function SaveState({ facts }: { facts: ConnectionFacts }) {
  const { t } = useTranslation("meeting");
  const [isOpen, setOpen] = useState(false);
  const server = useServerWord(facts);
  const here = t(facts.savedHere ? "save.here" : "save.notHere");
  const waits = facts.waiting > 0 || facts.problem !== null;
  const atServer = !waits && facts.savedAtServer !== null;
  return (
    <div className={isOpen ? "mt-saved open" : "mt-saved"}>
      <button
        type="button"
        className="icon-btn mt-saved-sign"
        aria-label={`${here}. ${server}`}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {waits ? <IconAlertTriangle className="i need" aria-hidden /> : <IconChecks className="i ok" aria-hidden />}
      </button>
      <div className="saved" role="status">
        <span>
          {facts.savedHere ? <IconCheck className="i" aria-hidden /> : <IconClock className="i" aria-hidden />} {here}
        </span>
        <span {...(!atServer && { className: "wait" })}>
          {atServer ? <IconCheck className="i" aria-hidden /> : <IconClock className="i" aria-hidden />} {server}
        </span>
      </div>
    </div>
  );
}

function useServerWord({ waiting, problem, savedAtServer }: ConnectionFacts): string {
  const { t } = useTranslation("meeting");
  const now = useNow();
  if (problem?.kind === "refused") return t("save.refused");
  if (waiting > 0) return t("save.waiting", { count: waiting });
  if (problem?.kind === "offline") return t("save.offline");
  if (savedAtServer === null) return t("save.connecting");
  const minutes = minutesSince(savedAtServer.toISOString(), now);
  const ago =
    minutes < 1
      ? t("save.justNow")
      : minutes < 60
        ? t("save.minutesAgo", { count: minutes })
        : t("save.hoursAgo", { count: Math.floor(minutes / 60) });
  return t("save.server", { ago });
}
