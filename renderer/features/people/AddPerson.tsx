// Adding one person: the server makes the first password, which is then shown once.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { suggestUserName } from "../../../shared/vietnamese/names.ts";
import { api, failureOf } from "../../platform/api.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { DialogForm } from "../../ui/DialogForm.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Field } from "../../ui/Field.tsx";
import { HandOver } from "./HandOver.tsx";
import { judgePerson, type PersonFacts, type PersonProblems } from "./person-rules.ts";
import { RoleChoice } from "./RoleChoice.tsx";

export function AddPerson({ organisationId, onClose }: { organisationId: string; onClose: () => void }) {
  const { t } = useTranslation("people");
  const queries = useQueryClient();
  const [facts, setFacts] = useState<PersonFacts>({ fullName: "", userName: "", title: "", roles: ["member"] });
  const [problems, setProblems] = useState<PersonProblems>({});
  const add = useMutation({
    mutationFn: (body: PersonFacts) => api.call("addPerson", { params: { organisationId }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["people"] }),
  });
  const submit = () => {
    const found = judgePerson(facts);
    setProblems(found);
    if (Object.keys(found).length === 0) add.mutate(facts);
  };
  if (add.data) {
    const { person, initialPassword } = add.data;
    const handed = { userName: person.userName, password: initialPassword ?? "" };
    return <HandOver title={t("handOver.title", { name: person.fullName })} people={[handed]} onClose={onClose} />;
  }
  const isTaken = add.isError && failureOf(add.error) === "userNameTaken";
  const text = (name: "fullName" | "userName" | "title") => ({
    name,
    value: facts[name],
    autoComplete: "off",
    onChange: (event: { target: { value: string } }) => {
      add.reset();
      const value = event.target.value;
      const isOwn = facts.userName !== suggestUserName(facts.fullName);
      const suggested = name === "fullName" && !isOwn && { userName: suggestUserName(value) };
      setFacts({ ...facts, [name]: value, ...suggested });
    },
  });
  return (
    <Dialog title={t("form.addTitle")} onClose={onClose}>
      <DialogForm
        save={t("form.add")}
        busy={add.isPending}
        onSubmit={submit}
        onClose={onClose}
        failure={add.isError && !isTaken && <Failure error={add.error} />}
      >
        <Field {...text("fullName")} label={t("name")} error={problems.fullName && t(`form.${problems.fullName}`)} />
        <Field
          {...text("userName")}
          autoCapitalize="none"
          spellCheck={false}
          label={t("userName")}
          hint={t("form.userNameHint")}
          error={isTaken ? t("form.taken") : problems.userName && t(`form.${problems.userName}`)}
        />
        <Field {...text("title")} maxLength={160} label={t("position")} hint={t("form.titleHint")} />
        <RoleChoice
          roles={facts.roles}
          onChange={(roles) => setFacts({ ...facts, roles })}
          error={problems.roles && t(`form.${problems.roles}`)}
        />
      </DialogForm>
    </Dialog>
  );
}
