// A password field whose text can be shown, since long passwords are typed wrong unseen.
import { useId, useState, type InputHTMLAttributes } from "react";
import { useTranslation } from "react-i18next";

interface PasswordFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className" | "type"> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** Like `Field`, with a button at its end. */
export function PasswordField({ label, hint, error, ...input }: PasswordFieldProps) {
  const { t } = useTranslation("ui");
  const id = useId();
  const [isShown, setShown] = useState(false);
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="meta">
          {hint}
        </p>
      )}
      <div className="with-end">
        <input
          {...input}
          id={id}
          className="input"
          type={isShown ? "text" : "password"}
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={error !== undefined}
          aria-describedby={told === "" ? undefined : told}
        />
        <button
          type="button"
          className="btn plain"
          aria-pressed={isShown}
          aria-controls={id}
          onClick={() => setShown(!isShown)}
        >
          {t(isShown ? "hide" : "show")}
        </button>
      </div>
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
