// Vietnamese text without its marks, for search: "van de" finds "vấn đề". A map leads back to the original letters.

/** A folded text and, for each of its units, where that unit begins in the original (one more entry: the end). */
export interface FoldedText {
  text: string;
  starts: readonly number[];
}

/** A stretch of the original text. */
export interface Stretch {
  start: number;
  end: number;
}

const combiningMark = /\p{M}/u;
const combiningMarks = /\p{M}/gu;
const whiteSpace = /\s/u;

/** One letter without marks, in lower case; đ becomes d. */
function foldLetter(letter: string): string {
  return letter.normalize("NFD").replace(combiningMarks, "").toLowerCase().replaceAll("đ", "d");
}

/** Rules: marks go, đ is d, case goes, any run of white space is one space. Works on composed and decomposed text. */
export function foldWithMap(original: string): FoldedText {
  const starts: number[] = [];
  let text = "";
  let at = 0;
  for (const letter of original) {
    const folded = whiteSpace.test(letter) ? (text.endsWith(" ") ? "" : " ") : foldLetter(letter);
    for (const unit of folded) {
      for (let i = 0; i < unit.length; i++) starts.push(at);
      text += unit;
    }
    at += letter.length;
  }
  starts.push(original.length);
  return { text, starts };
}

/** The folded text alone. */
export function fold(original: string): string {
  return foldWithMap(original).text;
}

/** The marks of one syllable in an order of their own, so that "hoà" and "hòa" agree. */
function marksOf(syllable: string): string {
  const apart = syllable.toLowerCase().normalize("NFD").replaceAll("đ", "\u0335");
  return (apart.match(combiningMarks) ?? []).sort().join("");
}

/** Every syllable typed with marks must carry exactly these; syllables typed without marks accept any. */
function marksAgree(query: string, found: string): boolean {
  const foundSyllables = found.trim().split(/\s+/u);
  return query
    .trim()
    .split(/\s+/u)
    .every((syllable, i) => {
      const asked = marksOf(syllable);
      return asked === "" || asked === marksOf(foundSyllables[i] ?? "");
    });
}

/** Where a query occurs in a text, as stretches of the original that do not overlap. */
export function findFolded(haystack: FoldedText, original: string, query: string): Stretch[] {
  const needle = fold(query).trim();
  if (needle === "") return [];
  const found: Stretch[] = [];
  for (let i = haystack.text.indexOf(needle); i >= 0;) {
    const start = haystack.starts[i] ?? 0;
    const end = endOf(haystack, original, i + needle.length);
    const fits = marksAgree(query, original.slice(start, end));
    if (fits) found.push({ start, end });
    i = haystack.text.indexOf(needle, i + (fits ? needle.length : 1));
  }
  return found;
}

/** Ends after the marks of the last letter and before any white space that was folded away. */
function endOf(haystack: FoldedText, original: string, foldedEnd: number): number {
  const last = haystack.starts[foldedEnd - 1] ?? 0;
  let end = last + ((original.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
  while (end < original.length && combiningMark.test(original.charAt(end))) end++;
  return end;
}
