// The save state of both layers, as facts kept apart: on this device, at the server, and what stands in the way.
import { IconAlertTriangle, IconCheck, IconChecks } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { closeCodes } from "../../../shared/protocol/sync.ts";
import { type ConnectionFacts, joinFacts } from "../../sync/connection-facts.ts";
import { timeOrDay } from "../../ui/dates.ts";

export function SavedLayers({ facts }: { facts: readonly ConnectionFacts[] }) {
  const { t } = useTranslation("reader");
  const [open, setOpen] = useState(false);
  const { savedHere, savedAtServer, waiting, problem } = joinFacts(facts);
  const bad = problem !== null || waiting > 0;
  const server = serverWord();
  const here = savedHere ? t("saved.here") : t("saved.notHere");
  return (
    <>
      <div className={`saved${open ? " open" : ""}`} role="status">
        <Line good={savedHere} word={here} />
        <Line good={!bad && savedAtServer !== null} word={server} />
      </div>
      <button
        type="button"
        className={`icon-btn only-m rd-saved-button${bad ? " wait" : ""}`}
        aria-label={`${here}. ${server}`}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {bad ? <IconAlertTriangle size={22} aria-hidden="true" /> : <IconChecks size={22} aria-hidden="true" />}
      </button>
    </>
  );

  function serverWord(): string {
    if (problem?.kind === "refused") return t(closeCodes[problem.reason].messageKey);
    if (waiting > 0) return t("saved.waiting", { count: waiting });
    if (problem?.kind === "offline") return t("saved.offline", { time: timeOrDay(problem.since.toISOString()) });
    if (savedAtServer === null) return t("saved.connecting");
    return t("saved.server", { time: timeOrDay(savedAtServer.toISOString()) });
  }
}

function Line({ good, word }: { good: boolean; word: string }) {
  const Sign = good ? IconCheck : IconAlertTriangle;
  return (
    <span className={good ? "" : "wait"}>
      <Sign className="i" aria-hidden="true" /> {word}
    </span>
  );
}
