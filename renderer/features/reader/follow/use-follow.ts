// Following the presenter, and leading as one. The floor says which page is presented; only the server writes it.
import { useCallback, useEffect, useRef, useState } from "react";
import type * as Y from "yjs";
import { type Floor, readFloor } from "../../../../shared/ydoc/floor.ts";

interface Options {
  floor: Y.Doc;
  paperId: string;
  me: string;
  page: number;
  showPage: (page: number) => void;
  /** Asks the server to present a page (null ends it). */
  present: (pageIndex: number | null) => Promise<void>;
}

type Presentation = NonNullable<Floor["presentation"]>;

export interface Follow {
  floor: Floor | null;
  presentation: Presentation | null;
  /** Somebody else presents this paper and this window goes along. */
  following: boolean;
  /** This person presents this paper. */
  leading: boolean;
  failed: boolean;
  resume: () => void;
  stop: () => void;
  start: () => void;
  end: () => void;
  /** Something was turned by hand. */
  turnedByHand: () => void;
}

/** A presenter's page goes out when turning rests this long, so that scrolling through ten pages is one change. */
const LEAD_MS = 250;

/** Rules: whoever opens the presented paper follows; turning to another page by hand stops it; `resume` returns. */
export function useFollow({ floor: doc, paperId, me, page, showPage, present }: Options): Follow {
  const floor = useFloor(doc);
  const [wants, setWants] = useState(true);
  const [failed, setFailed] = useState(false);
  const byHand = useRef(false);
  const presentation = floor?.presentation ?? null;
  const shown = presentation?.paperId === paperId ? presentation.pageIndex : null;
  const leading = shown !== null && presentation?.presenterId === me;
  const following = shown !== null && !leading && wants;

  useEffect(() => {
    if (!following) return;
    byHand.current = false;
    showPage(shown);
    // The page is shown again when the presented page changes, not when this window's layout does.
  }, [following, shown]); // eslint-disable-line react-hooks/exhaustive-deps -- see above
  useEffect(() => {
    if (following && byHand.current && page !== shown) setWants(false);
  }, [page, following, shown]);
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
  return {
    floor,
    presentation,
    following,
    leading,
    failed,
    resume: () => setWants(true),
    stop: () => setWants(false),
    start: () => send(page),
    end: () => send(null),
    turnedByHand: useCallback(() => void (byHand.current = true), []),
  };
}

function useFloor(doc: Y.Doc): Floor | null {
  const [floor, setFloor] = useState<Floor | null>(null);
  useEffect(() => {
    const read = (): void => setFloor(readFloor(doc));
    read();
    doc.on("update", read);
    return () => doc.off("update", read);
  }, [doc]);
  return floor;
}
