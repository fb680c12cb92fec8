// Which of the twelve colours a person has: the same on every screen and device, since only the id decides.

const COLOURS = 12;

/** From 1 to 12. */
export function coinColour(personId: string): number {
  let hash = 0x811c9dc5; // FNV-1a
  for (let at = 0; at < personId.length; at++) hash = Math.imul(hash ^ personId.charCodeAt(at), 0x01000193) >>> 0;
  return (hash % COLOURS) + 1;
}
