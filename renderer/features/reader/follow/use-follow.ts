// Following the presenter, and leading as one. The floor says which page is presented (only the server writes it); place
// and zoom come through presence, so that they are seen at once and stored nowhere.
import { useCallback, useEffect, useRef, useState } from "react";
import { type Floor } from "../../../../shared/ydoc/floor.ts";
import type { Desk } from "../pages/use-desk.ts";
import type { Presence } from "../presence/use-presence.ts";
import type { Lead } from "../presence/states.ts";

interface Options {
  floor: Floor;
  paperId: string;
  me: string;
  desk: Desk;
  pageCount: number;
  presence: Presence;
  /** Asks the server to present a page (null ends it). */
  present: (pageIndex: number | null) => Promise<void>;
}

type Presentation = NonNullable<Floor["presentation"]>;

export interface Follow {
  presentation: Presentation | null;
  /** Somebody else presents this paper and this window goes along. */
  following: boolean;
  /** This person presents this paper. */
  leading: boolean;
  /** Goes along with the presenter, to another paper too. */
  wants: boolean;
  failed: boolean;
  resume: () => void;
  stop: () => void;
  start: () => void;
  end: () => void;
  /** Something was turned by hand. */
  turnedByHand: () => void;
}

/** A presenter's page goes to the floor when turning rests this long: scrolling through ten pages is one change. */
const LEAD_MS = 250;

/**
 * Rules: F1 whoever opens the presented paper follows, with page, place and zoom; F2 turning to another page by hand
 * stops it; F3 `resume` returns; F4 without the presenter's presence the floor's page alone leads.
 */
export function useFollow({ floor, paperId, me, desk, pageCount, presence, present }: Options): Follow {
  const [wants, setWants] = useState(true);
  const [failed, setFailed] = useState(false);
  const byHand = useRef(false);
  const { presentation } = floor;
  const presented = presentation?.paperId === paperId ? presentation.pageIndex : null;
  const shown = presented === null ? null : Math.min(presented, pageCount - 1);
  const leading = shown !== null && presentation?.presenterId === me;
  const following = shown !== null && !leading && wants;
  const lead = following ? leadFrom(presence, presentation?.presenterId, pageCount) : null;
  const { page, goTo, goToHand, magnify } = desk;

  useEffect(() => {
    if (!following) return;
    byHand.current = false;
    if (lead) {
      magnify(lead.magnified);
      goToHand(lead);
    } else goTo({ page: shown, part: 0 });
    // What is led to is shown when it changes, not when this window's own layout does.
  }, [following, shown, lead?.page, lead?.part, lead?.magnified]); // eslint-disable-line react-hooks/exhaustive-deps -- see above
  const target = lead?.page ?? shown;
  useEffect(() => {
    if (following && byHand.current && page !== target) setWants(false);
  }, [page, following, target]);
  const send = useCallback(
    (pageIndex: number | null) =>
      void present(pageIndex).then(
        () => setFailed(false),
        () => setFailed(true),
      ),
    [present],
  );
  useEffect(() => {
    if (!leading || page === shown) return;
    const timer = window.setTimeout(() => send(page), LEAD_MS);
    return () => window.clearTimeout(timer);
  }, [leading, page, shown, send]);
  useLeading(leading, desk, presence);
  return {
    presentation,
    following,
    leading,
    wants,
    failed,
    resume: () => setWants(true),
    stop: () => setWants(false),
    start: () => (setWants(true), send(page)),
    end: () => send(null),
    turnedByHand: useCallback(() => void (byHand.current = true), []),
  };
}

/** The presenter's place; one outside this paper is no lead. */
function leadFrom(presence: Presence, presenterId: string | undefined, pageCount: number): Lead | null {
  const lead = presence.readers.find(({ personId }) => personId === presenterId)?.lead;
  return lead && lead.page < pageCount ? lead : null;
}

/** A leading place goes out this often while it moves. */
const PLACE_MS = 120;

/** Sends place and zoom while leading. */
function useLeading(leading: boolean, desk: Desk, presence: Presence): void {
  const { scroller, magnified, place } = desk;
  const { lead } = presence;
  const now = useRef({ place, magnified });
  useEffect(() => void (now.current = { place, magnified }), [place, magnified]);
  const timer = useRef(0);
  const move = useCallback(() => {
    if (timer.current !== 0) return;
    timer.current = window.setTimeout(() => {
      timer.current = 0;
      lead({ ...now.current.place(), magnified: now.current.magnified });
    }, PLACE_MS);
  }, [lead]);
  useEffect(() => {
    if (leading) move();
  }, [leading, magnified, move]);
  useEffect(() => {
    const element = scroller.current;
    if (!leading || !element) return;
    element.addEventListener("scroll", move, { passive: true });
    return () => {
      element.removeEventListener("scroll", move);
      window.clearTimeout(timer.current);
      timer.current = 0;
      lead(null);
    };
  }, [leading, scroller, move, lead]);
}
