// Remembers at the server where reading stopped: when turning pages rests, and when the paper is left.
import { useEffect, useRef } from "react";

/** A page counts as read into when it stays in hand this long. */
const REST_MS = 1500;

/** `save` is called with pages that stayed in hand. */
export function useStoppedAt(page: number, save: (page: number) => void): void {
  const pending = useRef<number | null>(null);
  useEffect(() => {
    pending.current = page;
    const timer = window.setTimeout(() => {
      pending.current = null;
      save(page);
    }, REST_MS);
    return () => window.clearTimeout(timer);
  }, [page, save]);
  useEffect(
    () => () => {
      if (pending.current !== null) save(pending.current);
    },
    [save],
  );
}
