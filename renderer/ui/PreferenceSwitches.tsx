// The switches for how this device shows things: theme, text size, language.
import { useTranslation } from "react-i18next";
import { languages, prefer, textSizes, themes, usePreferences } from "../platform/preferences.ts";

/** Takes effect at once. */
export function PreferenceSwitches() {
  const { t } = useTranslation("ui");
  const chosen = usePreferences();
  return (
    <>
      <Switch
        label={t("theme")}
        options={themes.map((theme) => ({ value: theme, words: t(`themes.${theme}`) }))}
        chosen={chosen.theme}
        onChoose={(theme) => prefer({ theme })}
      />
      <Switch
        label={t("textSize")}
        options={textSizes.map((size) => ({ value: size, words: String(size) }))}
        chosen={chosen.textSize}
        onChoose={(textSize) => prefer({ textSize })}
      />
      <Switch
        label={t("language")}
        options={languages.map((language) => ({ value: language, words: t(`languages.${language}`) }))}
        chosen={chosen.language}
        onChoose={(language) => prefer({ language })}
      />
    </>
  );
}

interface SwitchProps<Value> {
  label: string;
  options: readonly { value: Value; words: string }[];
  chosen: Value;
  onChoose: (value: Value) => void;
}

function Switch<Value extends string | number>({ label, options, chosen, onChoose }: SwitchProps<Value>) {
  return (
    <div role="group" aria-label={label}>
      <p className="cap" aria-hidden="true">
        {label}
      </p>
      <div className="seg">
        {options.map(({ value, words }) => (
          <button
            key={value}
            type="button"
            className={value === chosen ? "on" : ""}
            aria-pressed={value === chosen}
            onClick={(event) => {
              event.stopPropagation(); // a menu around it stays open: people try several
              onChoose(value);
            }}
          >
            {words}
          </button>
        ))}
      </div>
    </div>
  );
}
