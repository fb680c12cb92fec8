// A user agent in words: which program on which system. Only for showing; nothing is decided by it.

const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/Electron\//, "Bàn Họp"],
  [/Edg\//, "Edge"],
  [/coc_coc_browser\//, "Cốc Cốc"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, "Android"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** "Chrome, Windows"; the beginning of the user agent when it is none of the common ones. */
export function deviceName(userAgent: string): string {
  const find = (among: typeof PROGRAMS) => among.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [find(PROGRAMS), find(SYSTEMS)].filter(Boolean).join(", ") || userAgent.slice(0, 40);
}
