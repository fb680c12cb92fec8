// Finds a degree of secrecy on a page. Rules:
// S1 the stamp stands alone in the upper part of a page, in capitals; it may be framed, labelled or letter-spaced.
// S2 the words inside a sentence ("bí mật", "tối mật" in a rule about secrets) are no stamp.
// S3 a page that names several degrees, each alone, is a table about secrets and bears no stamp.
// S4 text in the fonts before Unicode (TCVN3, VNI) is read as what it shows.

/** The stamp stands below the number of the paper, left; this part of the page, from the top, holds the whole head. */
export const HEAD_PART = 0.4;

const MAT = "MẬT";
const TOI_MAT = "TỐI MẬT";
const TUYET_MAT = "TUYỆT MẬT";
/** What stands in the text for each stamp, without spaces. TCVN3's capitals are small letters in a font of capitals. */
const stamps: ReadonlyMap<string, string> = new Map([
  ["MẬT", MAT],
  ["TỐIMẬT", TOI_MAT],
  ["TUYỆTMẬT", TUYET_MAT],
  ["mËt", MAT],
  ["MËT", MAT],
  ["tèimËt", TOI_MAT],
  ["TèIMËT", TOI_MAT],
  ["tuyÖtmËt", TUYET_MAT],
  ["TUYÖTMËT", TUYET_MAT],
  ["MAÄT", MAT],
  ["TOÁIMAÄT", TOI_MAT],
  ["TUYEÄTMAÄT", TUYET_MAT],
]);
/** A stamp may be framed or labelled. */
const framing = /^(ĐỘ MẬT\s*:)?[\s[\](){}|.*_–—-]*|[\s[\](){}|.*_–—-]*$/gu;

/** The degree that stands alone on one of the lines, or null. */
export function degreeOfSecrecy(lines: readonly string[]): string | null {
  const found = new Set<string>();
  for (const line of lines) {
    const degree = stampOn(line);
    if (degree !== undefined) found.add(degree);
  }
  const [degree] = found;
  return found.size === 1 && degree !== undefined ? degree : null;
}

function stampOn(line: string): string | undefined {
  // Letters may be spaced, so spaces do not count.
  return stamps.get(line.normalize("NFC").replace(framing, "").replace(/\s+/gu, ""));
}
