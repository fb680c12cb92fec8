// The one changed stretch between two texts, and how a cursor moves when a text changes under it. Pure.

export interface TextChange {
  at: number;
  removed: number;
  inserted: string;
}

/**
 * What must be removed and inserted to get from `before` to `after`: the shortest middle, never splitting a surrogate
 * pair. `cursor` is where the caret stands afterwards; it settles which of several equal letters was typed.
 */
export function textChange(before: string, after: string, cursor = after.length): TextChange | null {
  if (before === after) return null;
  const tailLimit = Math.min(before.length, after.length - Math.min(cursor, after.length));
  let tail = 0;
  while (tail < tailLimit && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  let head = 0;
  const headLimit = Math.min(before.length, after.length) - tail;
  while (head < headLimit && before[head] === after[head]) head++;
  const more = Math.min(before.length, after.length) - head;
  while (tail < more && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (isLowSurrogate(before, head) || isLowSurrogate(after, head)) head--;
  if (tail > 0 && (isLowSurrogate(before, before.length - tail) || isLowSurrogate(after, after.length - tail))) tail--;
  return { at: head, removed: before.length - head - tail, inserted: after.slice(head, after.length - tail) };
}

/** Where a cursor at `index` stands after somebody else's change. */
export function moveCursor(index: number, change: TextChange): number {
  if (index <= change.at) return index;
  return change.at + change.inserted.length + Math.max(0, index - change.at - change.removed);
}

function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
}
