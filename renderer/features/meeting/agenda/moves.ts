// Where an item goes when it is moved by a key or dropped on another: targets for the agenda, from the tree on screen.
import type { AgendaItem, AgendaTarget } from "../../../../shared/ydoc/agenda.ts";

export type Direction = "up" | "down" | "inward" | "outward";

interface Spot {
  siblings: readonly AgendaItem[];
  index: number;
  parent: AgendaItem | null;
}

/** The target of a step in one direction; null when there is no such step. */
export function stepTarget(tree: readonly AgendaItem[], id: string, direction: Direction): AgendaTarget | null {
  const spot = find(tree, id);
  if (!spot) return null;
  const { siblings, index, parent } = spot;
  const before = siblings[index - 1];
  const parentId = parent?.id ?? null;
  if (direction === "up") return before ? { parent: parentId, after: siblings[index - 2]?.id ?? null } : null;
  if (direction === "down") {
    const next = siblings[index + 1];
    return next ? { parent: parentId, after: next.id } : null;
  }
  if (direction === "inward") return before ? { parent: before.id, after: before.children.at(-1)?.id ?? null } : null;
  if (!parent) return null;
  return { parent: find(tree, parent.id)?.parent?.id ?? null, after: parent.id };
}

/** The target of dropping an item on another one: it takes that place among its siblings. */
export function dropTarget(tree: readonly AgendaItem[], id: string, over: string): AgendaTarget | null {
  const from = find(tree, id);
  const to = find(tree, over);
  if (!from || !to || id === over) return null;
  const parent = to.parent?.id ?? null;
  const isDown = from.parent?.id === to.parent?.id && from.index < to.index;
  const after = isDown
    ? over
    : (to.siblings
        .slice(0, to.index)
        .filter((item) => item.id !== id)
        .at(-1)?.id ?? null);
  return { parent, after };
}

function find(tree: readonly AgendaItem[], id: string, parent: AgendaItem | null = null): Spot | null {
  const index = tree.findIndex((item) => item.id === id);
  if (index >= 0) return { siblings: tree, index, parent };
  for (const item of tree) {
    const below = find(item.children, id, item);
    if (below) return below;
  }
  return null;
}
