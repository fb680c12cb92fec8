// A text field with its label, its rule said before, and its error said at it.
import { useId, type InputHTMLAttributes, type ReactNode } from "react";

export interface FieldWords {
  label: string;
  /** The rule, said before anything is typed. */
  hint?: string | undefined;
  /** What is wrong with the value, said below the field. */
  error?: string | undefined;
}

/** What an input carries so that its label, rule and error belong to it. */
interface FieldInput {
  id: string;
  className: "input";
  "aria-invalid": boolean;
  "aria-describedby": string | undefined;
}

/** The words around an input of whatever kind. */
export function FieldFrame({
  label,
  hint,
  error,
  children,
}: FieldWords & { children: (input: FieldInput) => ReactNode }) {
  const id = useId();
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="meta">
          {hint}
        </p>
      )}
      {children({
        id,
        className: "input",
        "aria-invalid": error !== undefined,
        "aria-describedby": told === "" ? undefined : told,
      })}
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}

/** One line of text. */
export function Field({
  label,
  hint,
  error,
  ...input
}: FieldWords & Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className">) {
  return <FieldFrame {...{ label, hint, error }}>{(field) => <input {...input} {...field} />}</FieldFrame>;
}
