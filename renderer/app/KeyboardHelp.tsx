// The list of keys, by where they work.
import { useTranslation } from "react-i18next";
import { Dialog } from "../ui/Dialog.tsx";

/** The words of each row are `keys.<name>`. */
const groups = {
  everywhere: { help: "F1", escape: "Esc", move: "Tab", home: "Alt Home" },
  agenda: { reorder: "Alt ↑ ↓", level: "Alt ← →", undo: "Ctrl Z", redo: "Ctrl Y" },
  reader: { search: "Ctrl F", pages: "← →", ends: "Home End", zoom: "+ −", comment: "G" },
} as const;

export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("app");
  return (
    <Dialog title={t("keys.title")} onClose={onClose}>
      {Object.entries(groups).map(([group, keys]) => (
        <section key={group}>
          <h3 className="cap">{t(`keys.${group as keyof typeof groups}`)}</h3>
          <dl className="key-list">
            {Object.entries(keys).map(([name, key]) => (
              <div key={name}>
                <dt>
                  {key.split(" ").map((one) => (
                    <kbd key={one}>{one}</kbd>
                  ))}
                </dt>
                <dd>{t(`keys.${name}`, { defaultValue: name })}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <div className="dialog-buttons">
        <button type="button" className="btn main" autoFocus onClick={onClose}>
          {t("close")}
        </button>
      </div>
    </Dialog>
  );
}
