// The words of the table edge about the agenda: which item is in hand and for how long.
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Meeting } from "../../../../shared/protocol/http/schemas.ts";
import { type AgendaItem, readAgendaTree } from "../../../../shared/ydoc/agenda.ts";
import type { Floor } from "../../../../shared/ydoc/floor.ts";
import { useDocValue } from "../../../sync/use-doc-value.ts";
import { useRoom } from "../../../sync/use-room.ts";

const MINUTE_MS = 60_000;
/** Times of items are not shown here, so any start will do. */
const ANY_START = "2026-01-01T00:00:00.000Z";

/** Without the right to see the agenda only the stage is told. */
export function useItemWords(meeting: Meeting, floor: Floor): { title: string; detail: string } {
  const { t } = useTranslation("reader");
  const room = useRoom(meeting.may.seeAgenda ? `meeting:${meeting.id}` : null);
  const read = useCallback((doc: Parameters<typeof readAgendaTree>[0]) => flatten(readAgendaTree(doc, ANY_START)), []);
  const items = useDocValue(room.doc, read);
  const item = items.find(({ id }) => id === floor.currentItemId);
  const minutes = useMinutesSince(item ? floor.itemStartedAt : null);
  if (floor.stage === "paused") return { title: t("follow.paused"), detail: "" };
  if (!item) return { title: t("follow.live"), detail: "" };
  const planned = item.durationMinutes;
  return {
    title: t("follow.item", { number: item.number, title: item.title }),
    detail: planned > 0 ? t("follow.used", { used: minutes, planned }) : t("follow.usedOnly", { used: minutes }),
  };
}

function flatten(tree: readonly AgendaItem[]): AgendaItem[] {
  return tree.flatMap((item) => [item, ...flatten(item.children)]);
}

function useMinutesSince(iso: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), MINUTE_MS / 4);
    return () => window.clearInterval(timer);
  }, []);
  return iso === null ? 0 : Math.max(0, Math.floor((now - Date.parse(iso)) / MINUTE_MS));
}
