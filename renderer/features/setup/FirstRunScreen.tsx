// The first page of an empty data folder: set the unit up, or try the sample.
import { useMutation } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, messageOf } from "../../platform/api.ts";
import { Brand } from "../../ui/Brand.tsx";

export function FirstRunScreen() {
  const { t } = useTranslation("setup");
  const [isSettingUp, setSettingUp] = useState(false);
  return (
    <main className="center-page">
      <h1>
        <Brand big />
      </h1>
      <p style={{ fontSize: "var(--t-lead)" }}>{t("lead")}</p>
      {isSettingUp ? <UnitForm /> : <Choice onSetUp={() => setSettingUp(true)} />}
    </main>
  );
}

function Choice({ onSetUp }: { onSetUp: () => void }) {
  const { t } = useTranslation("setup");
  const navigate = useNavigate();
  const sample = useMutation({
    mutationFn: () => api.call("setupSample", {}),
    onSuccess: () => navigate("/dang-nhap"),
  });
  return (
    <div className="two-sheets">
      <section className="sheet">
        <h2>{t("unit")}</h2>
        <p>{t("unitText")}</p>
        <button type="button" className="btn main big" onClick={onSetUp}>
          {t("begin")}
        </button>
      </section>
      <section className="sheet">
        <h2>{t("sample")}</h2>
        <p>{t("sampleText")}</p>
        <button type="button" className="btn big" disabled={sample.isPending} onClick={() => sample.mutate()}>
          {t("openSample")}
        </button>
        <p role="status" className={sample.isError ? "alarm-text" : "meta"}>
          {sample.isPending ? t("making") : sample.isError ? messageOf(sample.error) : ""}
        </p>
      </section>
    </div>
  );
}

const FIELDS = [
  { name: "organisationName", type: "text" },
  { name: "fullName", type: "text" },
  { name: "userName", type: "text", hint: "userNameHint" },
  { name: "password", type: "password", hint: "passwordHint" },
] as const;

function UnitForm() {
  const { t } = useTranslation("setup");
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: (form: FormData) => {
      const text = (name: string) => form.get(name) as string; // text inputs of this form
      const administrator = { fullName: text("fullName"), userName: text("userName"), password: text("password") };
      return api.call("setupOrganisation", { body: { organisationName: text("organisationName"), administrator } });
    },
    onSuccess: ({ token }) => {
      api.setToken(token);
      return navigate("/");
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate(new FormData(event.currentTarget));
  };
  return (
    <form
      className="sheet"
      style={{ padding: 28, display: "grid", gap: 16, width: "min(560px, 100%)" }}
      onSubmit={submit}
    >
      <h2>{t("unit")}</h2>
      {FIELDS.map((field) => (
        <label key={field.name} className="field">
          <span>{t(field.name)}</span>
          <input
            className="input"
            name={field.name}
            type={field.type}
            required
            minLength={field.name === "password" ? 10 : 2}
          />
          {"hint" in field && <small className="meta">{t(field.hint)}</small>}
        </label>
      ))}
      {create.isError && (
        <p role="alert" className="alarm-text">
          {messageOf(create.error)}
        </p>
      )}
      <button type="submit" className="btn main big" disabled={create.isPending}>
        {t("create")}
      </button>
    </form>
  );
}
