// A value read from a shared document, read again whenever the document changes.
import { useCallback, useRef, useSyncExternalStore } from "react";
import type * as Y from "yjs";

/** `read` must give the same for the same document; it is called once per change. */
export function useDocValue<Value>(doc: Y.Doc, read: (doc: Y.Doc) => Value): Value {
  const cache = useRef<{ doc: Y.Doc; read: typeof read; value: Value } | null>(null);
  const subscribe = useCallback(
    (tell: () => void) => {
      const changed = (): void => {
        cache.current = null;
        tell();
      };
      doc.on("update", changed);
      return () => doc.off("update", changed);
    },
    [doc],
  );
  return useSyncExternalStore(subscribe, () => {
    if (cache.current?.doc !== doc || cache.current.read !== read) cache.current = { doc, read, value: read(doc) };
    return cache.current.value;
  });
}
