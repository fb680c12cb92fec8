// Where the window lay and how large it was: the rules, without files and screens.
// A place is used again only if enough of it lies on a screen that is still there.

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface WindowPlace extends Rectangle {
  isMaximized: boolean;
}

/** What the page needs to be usable; smaller windows are not remembered. */
export const SMALLEST = { width: 480, height: 480 };
export const DEFAULT_SIZE = { width: 1366, height: 820 };
/** So much of the title bar has to be within reach of the mouse. */
const REACHABLE_PX = 80;

/** Reads a remembered place; anything that is none gives undefined. */
export function parsePlace(text: string): WindowPlace | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined; // a file cut short by a power failure
  }
  return isPlace(value) ? value : undefined;
}

/** Whether the window could be seen and moved there. @param screens the work areas of all screens */
export function isReachable(place: Rectangle, screens: Rectangle[]): boolean {
  return screens.some(
    (screen) =>
      overlap(place.x, place.width, screen.x, screen.width) >= REACHABLE_PX &&
      place.y >= screen.y &&
      place.y <= screen.y + screen.height - REACHABLE_PX,
  );
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);
}

function isPlace(value: unknown): value is WindowPlace {
  if (typeof value !== "object" || value === null) return false;
  const { x, y, width, height, isMaximized } = value as Partial<Record<keyof WindowPlace, unknown>>;
  return (
    [x, y, width, height].every(Number.isInteger) &&
    (width as number) >= SMALLEST.width &&
    (height as number) >= SMALLEST.height &&
    typeof isMaximized === "boolean"
  );
}
