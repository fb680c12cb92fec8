// Changes one's own password. What the server would refuse is said beside the field before anything is sent.
import { useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { password } from "../../../shared/protocol/http/schemas.ts";
import { api } from "../../platform/api.ts";
import { useAct } from "../../ui/use-act.ts";

const shortest = password.minLength ?? 0;

export function PasswordForm({ userName }: { userName: string }) {
  const { t } = useTranslation("account");
  const queries = useQueryClient();
  const act = useAct();
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [isDone, setDone] = useState(false);
  const differs = again !== "" && again !== next;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const current = new FormData(form).get("current") as string; // a text input of this form
    setDone(false);
    act.run(async () => {
      await api.call("changePassword", { body: { current, next } });
      form.reset();
      setNext("");
      setAgain("");
      setDone(true);
      await queries.invalidateQueries();
    });
  };
  return (
    <form className="account-form" onSubmit={submit}>
      <input
        className="sr"
        type="text"
        autoComplete="username"
        value={userName}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <label className="field">
        <span>{t("password.current")}</span>
        <input className="input" name="current" type="password" autoComplete="current-password" required />
      </label>
      <label className="field">
        <span>{t("password.next")}</span>
        <input
          className="input"
          type="password"
          autoComplete="new-password"
          aria-describedby="account-password-rule"
          required
          minLength={shortest}
          maxLength={password.maxLength ?? undefined}
          value={next}
          onChange={({ currentTarget }) => setNext(currentTarget.value)}
        />
        <small id="account-password-rule" className="meta">
          {t("password.rule", { count: shortest })}
        </small>
      </label>
      <label className="field">
        <span>{t("password.again")}</span>
        <input
          className="input"
          type="password"
          autoComplete="new-password"
          aria-invalid={differs}
          required
          value={again}
          onChange={({ currentTarget }) => setAgain(currentTarget.value)}
        />
        {differs && <small className="alarm-text">{t("password.differs")}</small>}
      </label>
      <p role={act.failure ? "alert" : "status"} className={act.failure ? "alarm-text" : "meta"}>
        {act.failure ?? (isDone ? t("password.done") : t("password.effect"))}
      </p>
      <button type="submit" className="btn main" disabled={act.busy || differs}>
        {t("password.save")}
      </button>
    </form>
  );
}
