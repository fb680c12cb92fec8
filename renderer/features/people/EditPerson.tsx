// Changing a person: name, title, roles; lock and unlock, a new password. What cannot be taken back asks first.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonInOrganisation } from "../../../shared/protocol/http/schemas.ts";
import { api, failureOf } from "../../platform/api.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { DialogForm } from "../../ui/DialogForm.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Field } from "../../ui/Field.tsx";
import { HandOver } from "./HandOver.tsx";
import { judgePerson, type PersonFacts, type PersonProblems } from "./person-rules.ts";
import { RoleChoice } from "./RoleChoice.tsx";

interface EditPersonProps {
  organisationId: string;
  person: PersonInOrganisation;
  onClose: () => void;
}

export function EditPerson({ organisationId, person, onClose }: EditPersonProps) {
  const { t } = useTranslation("people");
  const [facts, setFacts] = useState<PersonFacts>(person);
  const [problems, setProblems] = useState<PersonProblems>({});
  const [asking, setAsking] = useState<"disable" | "reset" | null>(null);
  const { edit, reset } = useChanges(organisationId, person.id, onClose);
  const submit = () => {
    const found = judgePerson(facts);
    setProblems(found);
    const { fullName, title, roles } = facts;
    if (Object.keys(found).length === 0) edit.mutate({ fullName, title, roles });
  };
  const name = person.fullName;
  if (reset.data) {
    const handed = { userName: person.userName, password: reset.data.password };
    return <HandOver title={t("handOver.title", { name })} people={[handed]} onClose={onClose} />;
  }
  if (asking) {
    const act = () => (asking === "disable" ? edit.mutate({ disabled: true }) : reset.mutate());
    return (
      <Ask asking={asking} name={name} error={edit.error ?? reset.error} onAct={act} onCancel={() => setAsking(null)} />
    );
  }
  return (
    <Dialog title={t("form.editTitle", { name })} onClose={onClose}>
      <DialogForm
        save={t("form.save")}
        busy={edit.isPending}
        onSubmit={submit}
        onClose={onClose}
        failure={<EditFailure error={edit.error} />}
      >
        <Field
          label={t("name")}
          value={facts.fullName}
          onChange={(event) => setFacts({ ...facts, fullName: event.target.value })}
          error={problems.fullName && t(`form.${problems.fullName}`)}
        />
        <Field
          label={t("position")}
          hint={t("form.titleHint")}
          maxLength={160}
          value={facts.title}
          onChange={(event) => setFacts({ ...facts, title: event.target.value })}
        />
        <RoleChoice
          roles={facts.roles}
          onChange={(roles) => setFacts({ ...facts, roles })}
          error={problems.roles && t(`form.${problems.roles}`)}
        />
      </DialogForm>
      <section className="rule more">
        <h3>{t("access.title")}</h3>
        <div className="row wrap">
          <button type="button" className="btn" onClick={() => setAsking("reset")}>
            {t("access.reset")}
          </button>
          {person.disabled ? (
            <button type="button" className="btn" onClick={() => edit.mutate({ disabled: false })}>
              {t("access.enable")}
            </button>
          ) : (
            <button type="button" className="btn danger" onClick={() => setAsking("disable")}>
              {t("access.disable")}
            </button>
          )}
        </div>
      </section>
    </Dialog>
  );
}

type Change = Partial<Pick<PersonFacts, "fullName" | "title" | "roles">> & { disabled?: boolean };

function useChanges(organisationId: string, personId: string, onDone: () => void) {
  const queries = useQueryClient();
  const params = { organisationId, personId };
  const edit = useMutation({
    mutationFn: (body: Change) => api.call("editPerson", { params, body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["people"] });
      await queries.invalidateQueries({ queryKey: ["whoAmI"] });
      onDone();
    },
  });
  const reset = useMutation({ mutationFn: () => api.call("resetPassword", { params }) });
  return { edit, reset };
}

/** The one refusal of the server that has words of its own here. */
function EditFailure({ error }: { error: unknown }) {
  const { t } = useTranslation("people");
  if (error === null || failureOf(error) !== "conflict") return <Failure error={error} />;
  return (
    <p role="alert" className="field-error">
      {t("form.lastAdministrator")}
    </p>
  );
}

interface AskProps {
  asking: "disable" | "reset";
  name: string;
  error: unknown;
  onAct: () => void;
  onCancel: () => void;
}

function Ask({ asking, name, error, onAct, onCancel }: AskProps) {
  const { t } = useTranslation("people");
  return (
    <Dialog title={t(`access.${asking}Title`, { name })} onClose={onCancel} asks>
      <p>{t(`access.${asking}Text`, { name })}</p>
      <EditFailure error={error} />
      <div className="dialog-buttons">
        <button type="button" className="btn" autoFocus onClick={onCancel}>
          {t("access.cancel")}
        </button>
        <button type="button" className="btn danger" onClick={onAct}>
          {t(`access.${asking}`)}
        </button>
      </div>
    </Dialog>
  );
}
