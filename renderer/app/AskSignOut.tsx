// Before somebody leaves a machine that others use while words of theirs are only there.
import { useTranslation } from "react-i18next";
import { useSignOut } from "../platform/me.ts";
import { forgetUnsentWords } from "../sync/rooms.ts";
import { Dialog } from "../ui/Dialog.tsx";

/** An alert dialog with staying in focus. */
export function AskSignOut({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("ui");
  const signOut = useSignOut();
  const leave = (): void => {
    onClose();
    forgetUnsentWords();
    void signOut();
  };
  return (
    <Dialog title={t("leave.title")} onClose={onClose} asks>
      <p>{t("leave.text")}</p>
      <div className="dialog-buttons">
        <button type="button" className="btn" autoFocus onClick={onClose}>
          {t("leave.keep")}
        </button>
        <button type="button" className="btn danger" onClick={leave}>
          {t("leave.go")}
        </button>
      </div>
    </Dialog>
  );
}
