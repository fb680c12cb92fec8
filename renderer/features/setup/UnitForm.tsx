// The unit and its first administrator, made once. Each error stands at its field.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { contract } from "../../../shared/protocol/http/contract.ts";
import { api } from "../../platform/api.ts";
import { enter } from "../../platform/sign-in.ts";
import { Failure } from "../../ui/Failure.tsx";
import { Field } from "../../ui/Field.tsx";
import { PasswordField } from "../../ui/PasswordField.tsx";

const NOTHING = { organisationName: "", fullName: "", userName: "", password: "" };
type Facts = typeof NOTHING;
type FactName = keyof Facts;

export function UnitForm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation("setup");
  const [facts, setFacts] = useState(NOTHING);
  const [wasSent, setSent] = useState(false);
  const create = useCreate();
  const wrong = wasSent ? wrongOf(facts) : new Set<FactName>();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSent(true);
    const [first] = wrongOf(facts);
    if (first) event.currentTarget.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    else create.mutate(facts);
  };
  const field = (name: FactName) => ({
    name,
    label: t(name),
    value: facts[name],
    onChange: (event: { target: { value: string } }) => setFacts({ ...facts, [name]: event.target.value }),
    error: wrong.has(name) ? t(`wrong.${name}`) : undefined,
  });
  return (
    <form className="sheet form first-form" onSubmit={submit} noValidate>
      <h2>{t("unit")}</h2>
      <Field {...field("organisationName")} hint={t("organisationNameHint")} autoComplete="organization" />
      <Field {...field("fullName")} autoComplete="name" />
      <Field
        {...field("userName")}
        hint={t("userNameHint")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField {...field("password")} hint={t("passwordHint")} autoComplete="new-password" />
      <Failure error={create.error} />
      <div className="row wrap">
        <button type="submit" className="btn main big" disabled={create.isPending}>
          {t("create")}
        </button>
        <button type="button" className="btn plain" onClick={onBack}>
          {t("back")}
        </button>
      </div>
    </form>
  );
}

function useCreate() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ organisationName, ...administrator }: Facts) => {
      const body = { organisationName, administrator };
      const { token, person } = await api.call("setupOrganisation", { body });
      await enter({ token, personId: person.id, ownDevice: false });
    },
    onSuccess: () => {
      queries.clear();
      return navigate("/");
    },
  });
}

/** Judged by the schema of the contract, so that nothing is sent that the server would refuse. */
function wrongOf({ organisationName, ...administrator }: Facts): Set<FactName> {
  const judged = contract.setupOrganisation.body?.safeParse({ organisationName, administrator });
  const names = (judged?.error?.issues ?? []).map(({ path }) => path.at(-1) as FactName); // the schema's own leaves
  return new Set(names);
}
