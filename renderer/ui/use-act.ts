// Asks the server to do something; while it does, the button waits, and a failure is said in words where it happened.
import { useState } from "react";
import { messageOf } from "../platform/api.ts";

export interface Act {
  busy: boolean;
  /** The words of the last failure. */
  failure: string | null;
  run: (work: () => Promise<unknown>) => void;
}

/** One line of acts: the next one clears the failure of the last. */
export function useAct(): Act {
  const [state, setState] = useState<{ busy: boolean; failure: string | null }>({ busy: false, failure: null });
  const run = (work: () => Promise<unknown>): void => {
    setState({ busy: true, failure: null });
    work().then(
      () => setState({ busy: false, failure: null }),
      (error: unknown) => {
        console.warn("the server did not do it", error);
        setState({ busy: false, failure: messageOf(error) });
      },
    );
  };
  return { ...state, run };
}
