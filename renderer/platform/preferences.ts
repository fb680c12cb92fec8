// What a person chooses for this device: theme and text size. Applied to the document before the first paint.
export type Theme = "light" | "dark" | "system";
export type TextSize = 16 | 18 | 20;

const KEY = "banhop.preferences";
export interface Preferences {
  theme: Theme;
  textSize: TextSize;
  language: "vi" | "en";
}

/** The stored choice; what is missing or foreign falls back to the default. */
export function readPreferences(): Preferences {
  const stored = parse(localStorage.getItem(KEY));
  return {
    theme: stored["theme"] === "light" || stored["theme"] === "dark" ? stored["theme"] : "system",
    textSize: stored["textSize"] === 18 || stored["textSize"] === 20 ? stored["textSize"] : 16,
    language: stored["language"] === "en" ? "en" : "vi",
  };
}

export function writePreferences(preferences: Preferences): void {
  localStorage.setItem(KEY, JSON.stringify(preferences));
  applyPreferences(preferences);
}

export function applyPreferences({ theme, textSize, language }: Preferences): void {
  const dark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  const root = document.documentElement;
  root.dataset["theme"] = dark ? "dark" : "light";
  root.dataset["mantineColorScheme"] = dark ? "dark" : "light";
  root.style.setProperty("--text-size", `${textSize}px`);
  root.lang = language;
}

function parse(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {}; // written by something else: the defaults apply
  }
}
