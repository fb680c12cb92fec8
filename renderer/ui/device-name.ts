// What people call a device, from what its program says of itself: "Chrome trên Windows".

const programs: readonly (readonly [RegExp, string])[] = [
  [/Electron\//, "Bàn Họp"],
  [/coc_?coc/i, "Cốc Cốc"],
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox|FxiOS/, "Firefox"],
  [/Chrome|CriOS|Chromium/, "Chrome"],
  [/Safari/, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, "Windows"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Mac OS/, "macOS"],
  [/Linux|X11/, "Linux"],
];

/** Null when it says nothing that is known: a script, another client. */
export function deviceName(userAgent: string): { program: string; system: string } | null {
  const first = (table: typeof programs) => table.find(([pattern]) => pattern.test(userAgent))?.[1];
  const program = first(programs);
  const system = first(systems);
  return program && system ? { program, system } : null;
}
