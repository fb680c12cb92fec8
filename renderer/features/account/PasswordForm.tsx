// Changing one's own password: the rules stand before the fields, each error at its field.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { api, failureOf } from "../../platform/api.ts";
import { ME } from "../../platform/me.ts";
import { Failure } from "../../ui/Failure.tsx";
import { PasswordField } from "../../ui/PasswordField.tsx";
import { judgePasswords, type PasswordProblems, type TypedPasswords } from "./password-rules.ts";

const NOTHING: TypedPasswords = { current: "", next: "", again: "" };

interface PasswordFormProps {
  userName: string;
  /** Given while nothing else may be done before: called when everything else is open. */
  onForcedDone?: () => void;
}

/** Asks for the present password once and the new one twice. */
export function PasswordForm({ userName, onForcedDone }: PasswordFormProps) {
  const isForced = onForcedDone !== undefined;
  const { t } = useTranslation("account");
  const queries = useQueryClient();
  const [typed, setTyped] = useState(NOTHING);
  const [problems, setProblems] = useState<PasswordProblems>({});
  const change = useMutation({
    mutationFn: ({ current, next }: TypedPasswords) => api.call("changePassword", { body: { current, next } }),
    onSuccess: async (_, { next }) => {
      setTyped(NOTHING);
      await window.banhop?.session.passwordChanged(next);
      await queries.invalidateQueries({ queryKey: ME });
      await queries.invalidateQueries({ queryKey: ["sessions"] });
      onForcedDone?.();
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = judgePasswords(typed);
    setProblems(found);
    if (Object.keys(found).length === 0) change.mutate(typed);
    else focusFirst(event.currentTarget, found);
  };
  const isWrong = failureOf(change.error) === "wrongPassword" && change.isError;
  const field = (name: keyof TypedPasswords, autoComplete: string) => {
    const problem = problems[name];
    return {
      name,
      autoComplete,
      label: t(`password.${name}`),
      value: typed[name],
      onChange: (event: { target: { value: string } }) => {
        setTyped({ ...typed, [name]: event.target.value });
        change.reset();
      },
      error: problem && t(`password.${problem}`, { count: typed.next.length }),
    };
  };
  const current = field("current", "current-password");
  return (
    <section className="page-part">
      {!isForced && <h2>{t("password.title")}</h2>}
      <form className="form" onSubmit={submit} noValidate>
        {/* For password managers: whose password this is. */}
        <input
          className="sr"
          name="username"
          autoComplete="username"
          value={userName}
          readOnly
          tabIndex={-1}
          aria-hidden
        />
        <PasswordField {...current} error={isWrong ? t("password.wrong") : current.error} />
        <PasswordField {...field("next", "new-password")} hint={t("password.rules")} />
        <PasswordField {...field("again", "new-password")} />
        {change.isError && !isWrong && <Failure error={change.error} />}
        {change.isSuccess && (
          <p role="status" className="tag ok">
            {t("password.done")}
          </p>
        )}
        <button type="submit" className={isForced ? "btn main big" : "btn start"} disabled={change.isPending}>
          {t("password.save")}
        </button>
      </form>
    </section>
  );
}

function focusFirst(form: HTMLFormElement, problems: PasswordProblems): void {
  const name = (["current", "next", "again"] as const).find((one) => problems[one]);
  if (name) form.querySelector<HTMLInputElement>(`[name=${name}]`)?.focus();
}
