// What a person chooses for this device: theme, text size, language. Applied to the document before the first paint, and
// again when the system turns dark while the theme follows it.
import { useSyncExternalStore } from "react";

export const themes = ["light", "dark", "system"] as const;
export const textSizes = [16, 18, 20] as const;
export const languages = ["vi", "en"] as const;
export type Theme = (typeof themes)[number];
export type TextSize = (typeof textSizes)[number];
export type Language = (typeof languages)[number];

const KEY = "banhop.preferences";
export interface Preferences {
  theme: Theme;
  textSize: TextSize;
  language: Language;
}

const listeners = new Set<() => void>();
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
let current: Preferences | null = null;

/** The stored choice; what is missing or foreign falls back to the default. */
export function readPreferences(): Preferences {
  if (current) return current;
  const stored = parse(localStorage.getItem(KEY));
  current = {
    theme: themes.find((one) => one === stored["theme"]) ?? "system",
    textSize: textSizes.find((one) => one === stored["textSize"]) ?? 16,
    language: languages.find((one) => one === stored["language"]) ?? "vi",
  };
  return current;
}

/** Stores a change and shows it at once. */
export function prefer(change: Partial<Preferences>): void {
  current = { ...readPreferences(), ...change };
  localStorage.setItem(KEY, JSON.stringify(current));
  applyPreferences();
  for (const listener of listeners) listener();
}

/** Calls back after each change; the returned function ends that. */
export function onPreferences(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The choice, kept current. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(onPreferences, readPreferences);
}

/** Puts the choice on the document, now and whenever the system changes. */
export function startPreferences(): void {
  applyPreferences();
  systemIsDark.addEventListener("change", applyPreferences);
}

function applyPreferences(): void {
  const { theme, textSize, language } = readPreferences();
  const shown = theme === "system" ? (systemIsDark.matches ? "dark" : "light") : theme;
  const root = document.documentElement;
  root.dataset["theme"] = shown;
  root.dataset["mantineColorScheme"] = shown;
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
