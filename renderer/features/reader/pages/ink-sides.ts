// Where the ink of a drawn page begins and ends.

/** Pixels as a canvas gives them. */
interface Pixels {
  width: number;
  height: number;
  data: ArrayLike<number>;
}

/** A channel darker than this is ink; paper of scans is grey, and thin letters of a small drawing are pale. */
const INK = 200;

/** The first and the last column with ink (its right side); null on an empty page. */
export function inkSides({ width, height, data }: Pixels): { left: number; right: number } | null {
  let [left, right] = [width, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < left; x++) if (isInk(data, y * width + x)) left = x;
    for (let x = width - 1; x >= right; x--) if (isInk(data, y * width + x)) right = x + 1;
  }
  return left < right ? { left, right } : null;
}

function isInk(data: ArrayLike<number>, pixel: number): boolean {
  const at = pixel * 4;
  return (data[at] ?? 255) < INK || (data[at + 1] ?? 255) < INK || (data[at + 2] ?? 255) < INK;
}
