// The keys of the product, in groups.
import { useTranslation } from "react-i18next";
import { Dialog } from "../ui/Dialog.tsx";
import { keyGroups } from "./keys.ts";

export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("app");
  return (
    <Dialog title={t("keys.title")} onClose={onClose} wide>
      <div className="keys" tabIndex={0} role="group" aria-label={t("keys.title")}>
        {keyGroups.map(({ name, keys }) => (
          <section key={name} className="keys-group">
            <h3>{t(`keys.${name}`)}</h3>
            <dl>
              {Object.entries(keys).map(([act, key]) => (
                <div key={act}>
                  <dt>{t(`keys.${act}`)}</dt>
                  <dd>
                    <kbd>{key}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="dialog-buttons">
        <button type="button" className="btn" onClick={onClose}>
          {t("close")}
        </button>
      </div>
    </Dialog>
  );
}
