// A password field whose text can be shown, since long passwords are typed wrong unseen.
import { useState, type InputHTMLAttributes } from "react";
import { useTranslation } from "react-i18next";
import { FieldFrame, type FieldWords } from "./Field.tsx";

/** Like `Field`, with a button at its end. */
export function PasswordField({
  label,
  hint,
  error,
  ...input
}: FieldWords & Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className" | "type">) {
  const { t } = useTranslation("ui");
  const [isShown, setShown] = useState(false);
  return (
    <FieldFrame {...{ label, hint, error }}>
      {(field) => (
        <div className="with-end">
          <input {...input} {...field} type={isShown ? "text" : "password"} autoCapitalize="none" spellCheck={false} />
          <button
            type="button"
            className="btn plain"
            aria-pressed={isShown}
            aria-controls={field.id}
            onClick={() => setShown(!isShown)}
          >
            {t(isShown ? "hide" : "show")}
          </button>
        </div>
      )}
    </FieldFrame>
  );
}
