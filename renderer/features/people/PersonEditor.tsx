// Adds one person, or changes their name, title and roles.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { organisationRole, type OrganisationRole } from "../../../shared/domain/roles.ts";
import type { PersonInOrganisation } from "../../../shared/protocol/http/schemas.ts";
import { suggestUserName } from "../../../shared/vietnamese/names.ts";
import { api } from "../../platform/api.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import type { FirstPassword } from "./PasswordSheet.tsx";

interface PersonEditorProps {
  organisationId: string;
  /** null: a new person. */
  person: PersonInOrganisation | null;
  onClose: () => void;
  /** With the first password of a new person. */
  onSaved: (added: FirstPassword | null) => void;
}

export function PersonEditor({ organisationId, person, onClose, onSaved }: PersonEditorProps) {
  const { t } = useTranslation("people");
  const [roles, setRoles] = useState<readonly OrganisationRole[]>(person?.roles ?? ["member"]);
  const [fullName, setFullName] = useState(person?.fullName ?? "");
  const [typedUserName, setUserName] = useState<string | null>(null);
  const save = async (read: (name: string) => string): Promise<void> => {
    const facts = { fullName, title: read("title"), roles: [...roles] };
    if (person) {
      await api.call("editPerson", { params: { organisationId, personId: person.id }, body: facts });
      onSaved(null);
      return;
    }
    const added = await api.call("addPerson", {
      params: { organisationId },
      body: { ...facts, userName: read("userName") },
    });
    onSaved({ ...added.person, password: added.initialPassword ?? "" });
  };
  return (
    <FormDialog
      title={person ? t("editTitle", { name: person.fullName }) : t("addTitle")}
      save={person ? t("save") : t("add")}
      onSave={save}
      onClose={onClose}
    >
      <label className="field">
        <span>{t("fullName")}</span>
        <input
          className="input"
          value={fullName}
          onChange={({ currentTarget }) => setFullName(currentTarget.value)}
          required
          minLength={2}
          maxLength={120}
          autoComplete="off"
        />
      </label>
      {!person && (
        <label className="field">
          <span>{t("userName")}</span>
          <input
            className="input"
            name="userName"
            value={typedUserName ?? suggestUserName(fullName)}
            onChange={({ currentTarget }) => setUserName(currentTarget.value)}
            required
            pattern="[a-z0-9][a-z0-9._\-]{1,39}"
            title={t("userNameRule")}
            autoCapitalize="none"
            autoComplete="off"
          />
          <small className="meta">{t("userNameRule")}</small>
        </label>
      )}
      <label className="field">
        <span>{t("jobTitle")}</span>
        <input className="input" name="title" defaultValue={person?.title} maxLength={160} autoComplete="off" />
      </label>
      <fieldset className="people-roles">
        <legend>{t("rolesHead")}</legend>
        {organisationRole.options.map((role) => (
          <label key={role} className="check">
            <input
              type="checkbox"
              checked={roles.includes(role)}
              required={roles.length === 0}
              onChange={({ currentTarget }) =>
                setRoles(currentTarget.checked ? [...roles, role] : roles.filter((one) => one !== role))
              }
            />
            <span>
              {t(`role.${role}`)} <span className="meta">{t(`roleHint.${role}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </FormDialog>
  );
}
