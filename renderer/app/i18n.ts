// Words: Vietnamese is the source, English complete. Each feature brings its own catalogue under its own name.
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import * as app from "./words.ts";
import * as home from "../features/home/words.ts";
import * as session from "../features/session/words.ts";
import * as setup from "../features/setup/words.ts";
import * as sync from "../sync/words.ts";
import * as ui from "../ui/words.ts";
import { onPreferences, readPreferences } from "../platform/preferences.ts";

const catalogues = { app, home, session, setup, sync, ui };

/** Prepares the words before the first screen. Features loaded later add theirs with `addWords`. */
export async function startI18n(): Promise<void> {
  const pick = (language: "vi" | "en") =>
    Object.fromEntries(Object.entries(catalogues).map(([name, words]) => [name, words[language]]));
  await i18next.use(initReactI18next).init({
    lng: readPreferences().language,
    fallbackLng: "vi",
    resources: { vi: pick("vi"), en: pick("en") },
    interpolation: { escapeValue: false }, // React escapes
  });
  onPreferences(() => void i18next.changeLanguage(readPreferences().language));
}

/** Adds the catalogue of a feature that is loaded on demand. */
export function addWords(name: string, words: { vi: object; en: object }): void {
  i18next.addResourceBundle("vi", name, words.vi);
  i18next.addResourceBundle("en", name, words.en);
}
