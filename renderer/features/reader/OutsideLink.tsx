// A link that leads out of the paper asks before anything is opened.
import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** Only these leave; a paper cannot start anything else. */
const allowed = /^(https?|mailto):/iu;

export function OutsideLink({ url, onClose }: { url: string | null; onClose: () => void }) {
  const { t } = useTranslation("reader");
  return (
    <Modal opened={url !== null && allowed.test(url)} onClose={onClose} title={t("outside.title")} centered>
      <p className="rd-url">{t("outside.text", { url, interpolation: { escapeValue: false } })}</p>
      <div className="rd-acts">
        <button type="button" className="btn" data-autofocus onClick={onClose}>
          {t("outside.stay")}
        </button>
        <a className="btn plain" href={url ?? undefined} target="_blank" rel="noopener noreferrer" onClick={onClose}>
          {t("outside.open")}
        </a>
      </div>
    </Modal>
  );
}
