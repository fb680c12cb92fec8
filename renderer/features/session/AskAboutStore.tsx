// Two questions between signing in and the first page, both about what this machine keeps.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog.tsx";
import { PasswordField } from "../../ui/PasswordField.tsx";
import type { Question } from "./use-sign-in.ts";

interface Props {
  question: Question;
  isPending: boolean;
}

export function AskAboutStore({ question, isPending }: Props) {
  return question.kind === "no-keys" ? (
    <NoKeys {...question} isPending={isPending} />
  ) : (
    <Sealed {...question} isPending={isPending} />
  );
}

/** The system has no place for keys: under the password, or nothing at all. Turning away means nothing. */
function NoKeys({ answer, isPending }: Question & { isPending: boolean }) {
  const { t } = useTranslation("session");
  const keepNothing = () => answer({ withoutKeys: "keep-nothing" });
  return (
    <Dialog title={t("noKeys.title")} onClose={keepNothing} asks>
      <p>{t("noKeys.text")}</p>
      <div className="dialog-buttons column">
        <button
          type="button"
          className="btn main"
          disabled={isPending}
          onClick={() => answer({ withoutKeys: "ask-password" })}
        >
          {t("noKeys.password")}
        </button>
        <button type="button" className="btn" autoFocus disabled={isPending} onClick={keepNothing}>
          {t("noKeys.nothing")}
        </button>
      </div>
      <p className="meta">{t("noKeys.hint")}</p>
    </Dialog>
  );
}

/** What is kept was sealed with a password that is no longer the person's. */
function Sealed({ answer, wasWrong, isPending }: Question & { isPending: boolean }) {
  const { t } = useTranslation("session");
  const [old, setOld] = useState("");
  const [isSure, setSure] = useState(false);
  return (
    <Dialog title={t("sealed.title")} onClose={() => answer({ ownDevice: false })} asks>
      <p>{t("sealed.text")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (old !== "") answer({ oldPassword: old });
        }}
      >
        <PasswordField
          label={t("sealed.old")}
          value={old}
          onChange={(event) => setOld(event.currentTarget.value)}
          autoFocus
          {...(wasWrong && { error: t("sealed.wrong") })}
        />
        <div className="dialog-buttons">
          <button type="submit" className="btn main" disabled={isPending}>
            {t("sealed.open")}
          </button>
          <button type="button" className="btn" onClick={() => answer({ ownDevice: false })}>
            {t("sealed.later")}
          </button>
        </div>
      </form>
      <label className="check">
        <input type="checkbox" checked={isSure} onChange={(event) => setSure(event.currentTarget.checked)} />
        <span>{t("sealed.sure")}</span>
      </label>
      <button
        type="button"
        className="btn danger start"
        disabled={!isSure || isPending}
        onClick={() => answer({ discardOld: true })}
      >
        {t("sealed.discard")}
      </button>
    </Dialog>
  );
}
