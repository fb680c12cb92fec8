// What others' presence says, read with care: it is foreign input, and anything that is no place counts as nothing.

/** A pointer in parts of a page's sides. */
export interface PointerPlace {
  pageIndex: number;
  x: number;
  y: number;
}

/** Where a presenter looks: the point a third down their desk, and how much larger than fitting the width they see it. */
export interface Lead {
  page: number;
  part: number;
  magnified: number;
}

/** A place between two pages lies a little outside a page. */
const PART_MARGIN = 0.5;
/** No zoom of the reader leads outside these. */
const MAGNIFIED = { least: 0.02, most: 50 };

/** The pointer in a presence state. */
export function pointerOf(value: unknown): PointerPlace | null {
  const { pageIndex, x, y } = fieldsOf(value);
  if (!isWithin(pageIndex, 0, Number.MAX_SAFE_INTEGER) || !isWithin(x, 0, 1) || !isWithin(y, 0, 1)) return null;
  return { pageIndex, x, y };
}

/** The lead in a presence state. */
export function leadOf(value: unknown): Lead | null {
  const { page, part, magnified } = fieldsOf(value);
  if (!isWithin(page, 0, Number.MAX_SAFE_INTEGER) || !Number.isInteger(page)) return null;
  if (!isWithin(part, -PART_MARGIN, 1 + PART_MARGIN)) return null;
  if (!isWithin(magnified, MAGNIFIED.least, MAGNIFIED.most)) return null;
  return { page, part, magnified };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}
