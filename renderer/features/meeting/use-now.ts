// The present moment, renewed so that minutes on screen are right.
import { useEffect, useState } from "react";

const RENEW_MS = 10_000;

/** Milliseconds since the epoch. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), RENEW_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
