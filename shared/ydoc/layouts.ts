// Which layout the document of each kind of room has. Drafts and their amendments are declared and still empty-handed:
// their roots exist, and nothing fits into them yet.
import type * as Y from "yjs";
import type { RoomKind } from "../protocol/sync.ts";
import { meetingLayout } from "./agenda.ts";
import { floorLayout } from "./floor.ts";
import { inboxLayout } from "./inbox.ts";
import { entriesRoot, type Layout } from "./layout.ts";
import { marksLayout } from "./marks.ts";

/** Until their layout is written, no entry fits. */
const noKey = () => false;

const layouts: Readonly<Record<RoomKind, Layout>> = {
  meeting: meetingLayout,
  floor: floorLayout,
  annotations: marksLayout,
  notes: marksLayout,
  draft: { authored: false, roots: { provisions: entriesRoot(noKey, {}) } },
  amendments: { authored: true, roots: { items: entriesRoot(noKey, {}) } },
  inbox: inboxLayout,
};

/** The layout of a kind of room. */
export function layoutOf(kind: RoomKind): Layout {
  return layouts[kind];
}

/** Gives every root its type, so that nothing can be read as something else. Done once when a document is made. */
export function defineRoots(doc: Y.Doc, layout: Layout): void {
  for (const [name, root] of Object.entries(layout.roots)) {
    if (root.kind === "map") doc.getMap(name);
    else doc.getText(name);
  }
}
