// The one check after applying: each new item lies between its two origins. A crossed pair of origins is legal bytes on
// which replicas read different texts. It is made before the commit, and failing it costs a reload.
import * as Y from "yjs";

/** The walk is as long as the sender likes, so it is bounded. */
const MAX_STEPS = 200_000;

export type Between = [item: Y.ID, origin: Y.ID, rightOrigin: Y.ID];

/** Whether every item lies between its origins; false also when that cannot be seen within the bound. */
export function isInOrder(doc: Y.Doc, between: readonly Between[]): boolean {
  let steps = MAX_STEPS;
  const reached = new Map<string, Set<Y.Item>>();
  const meets = (item: Y.Item, way: "left" | "right", id: Y.ID): boolean => {
    const target: unknown = Y.getItem(doc.store, id);
    if (!(target instanceof Y.Item)) return true;
    const key = `${way}${id.client}:${id.clock}`;
    const before = reached.get(key) ?? new Set();
    reached.set(key, before);
    for (let at = item[way]; at && steps-- > 0; at = at[way]) {
      if (at !== target && !before.has(at)) continue;
      before.add(item);
      return true;
    }
    return false;
  };
  return between.every(([id, origin, rightOrigin]) => {
    const item: unknown = Y.getItem(doc.store, id);
    return !(item instanceof Y.Item) || (meets(item, "left", origin) && meets(item, "right", rightOrigin));
  });
}
