// A callback that keeps its identity while what it does follows the latest rendering: for lists of many rows.
import { useCallback, useLayoutEffect, useRef } from "react";

/** Must not be called while rendering. */
export function useStable<Args extends unknown[], Result>(act: (...args: Args) => Result): (...args: Args) => Result {
  const latest = useRef(act);
  useLayoutEffect(() => void (latest.current = act));
  return useCallback((...args: Args) => latest.current(...args), []);
}
