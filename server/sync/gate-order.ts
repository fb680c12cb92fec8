// After applying, before anybody sees it: each new item lies between its two origins. A crossed pair is legal bytes, and
// replicas then read different texts.
import * as Y from "yjs";
import { limits } from "./limits.ts";

/** A new item with both of its origins. */
export type Between = readonly [item: Y.ID, left: Y.ID, right: Y.ID];

/** Whether every item stands between its origins. The walk is as long as the sender likes, so its steps are bounded. */
export function isInOrder(doc: Y.Doc, between: readonly Between[]): boolean {
  let steps = limits.orderSteps;
  const passed = new Map<string, Set<Y.Item>>(); // items from which an origin was reached already
  const meets = (item: Y.Item, way: "left" | "right", id: Y.ID): boolean => {
    const goal = Y.getItem(doc.store, id);
    if (!(goal instanceof Y.Item)) return true;
    const key = `${way}${id.client}:${id.clock}`;
    const before = passed.get(key) ?? new Set();
    passed.set(key, before);
    for (let at = item[way]; at && steps-- > 0; at = at[way]) {
      if (at !== goal && !before.has(at)) continue;
      before.add(item);
      return true;
    }
    return false;
  };
  return between.every(([id, left, right]) => {
    const item = Y.getItem(doc.store, id) as Y.Item | Y.GC;
    return !(item instanceof Y.Item) || (meets(item, "left", left) && meets(item, "right", right));
  });
}
